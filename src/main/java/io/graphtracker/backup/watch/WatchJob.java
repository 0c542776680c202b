package io.graphtracker.backup.watch;

import java.time.Duration;
import java.util.Locale;

/** What is done every week. The names are stored. */
public enum WatchJob {
    /** All backups are verified again. */
    VERIFICATION,
    /** The restore of the newest verified backup is tried. */
    DRILL;

    /** The time from the end of one to the beginning of the next. */
    static final Duration INTERVAL = Duration.ofDays(7);

    /** The code in texts, for example {@code drill}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
