package io.graphtracker.texts;

import java.time.Duration;
import java.time.Instant;

/** Formats how long ago something was. */
public final class TimeAgo {

    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = 365;

    private TimeAgo() {}

    /** For example "3 hours ago". The time may be in the future if the clock has been set back. */
    public static String of(Instant then, Instant now, Texts texts) {
        Duration ago = Duration.between(then, now);
        if (ago.toMinutes() < 0) {
            return texts.get("time.future");
        } else if (ago.toMinutes() == 0) {
            return texts.get("time.now");
        } else if (ago.toHours() == 0) {
            return texts.get("time.minutes-ago", ago.toMinutes());
        } else if (ago.toDays() == 0) {
            return texts.get("time.hours-ago", ago.toHours());
        } else if (ago.toDays() < DAYS_OF_MONTH) {
            return texts.get("time.days-ago", ago.toDays());
        } else if (ago.toDays() < DAYS_OF_YEAR) {
            return texts.get("time.months-ago", ago.toDays() / DAYS_OF_MONTH);
        }
        return texts.get("time.years-ago", ago.toDays() / DAYS_OF_YEAR);
    }
}
