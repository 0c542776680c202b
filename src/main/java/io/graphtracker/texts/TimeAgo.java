package io.graphtracker.texts;

import java.time.Duration;
import java.time.Instant;

/** Writes for people how long ago something was. */
public final class TimeAgo {

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
        return texts.get("time.days-ago", since.toDays());
    }
}
