package io.graphtracker.texts;

import java.time.Duration;
import java.time.Instant;

/** Writes for people how long ago something was. */
public final class TimeAgo {

    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = 365;

    private TimeAgo() {}

    /** How long ago it was, in the largest unit that fits, for example {@code 3 hours ago}; what is to come is "just now". */
    public static String of(Instant then, Instant now, Texts texts) {
        Duration since = Duration.between(then, now);
        if (since.toMinutes() < 1) {
            return texts.get("time.now");
        }
        if (since.toHours() < 1) {
            return texts.get("time.minutes-ago", since.toMinutes());
        }
        if (since.toDays() < 1) {
            return texts.get("time.hours-ago", since.toHours());
        }
        if (since.toDays() < DAYS_OF_MONTH) {
            return texts.get("time.days-ago", since.toDays());
        }
        if (since.toDays() < DAYS_OF_YEAR) {
            return texts.get("time.months-ago", since.toDays() / DAYS_OF_MONTH);
        }
        return texts.get("time.years-ago", since.toDays() / DAYS_OF_YEAR);
    }
}
