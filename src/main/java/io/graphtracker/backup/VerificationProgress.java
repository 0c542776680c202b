package io.graphtracker.backup;

import java.time.Duration;

/**
 * The progress of a verification: a percentage while the file is read; while SQLite checks pages and rows, whose number
 * is unknown, only the time it has taken.
 *
 * @param percent of the file that is read; {@link #UNKNOWN} while SQLite checks it
 * @param seconds that SQLite has been checking it
 */
public record VerificationProgress(int percent, long seconds) {

    /** There is no percentage. */
    public static final int UNKNOWN = -1;

    /** Before the first report. */
    public static final VerificationProgress NONE = new VerificationProgress(UNKNOWN, 0);

    static VerificationProgress reading(int percent) {
        return new VerificationProgress(percent, 0);
    }

    static VerificationProgress checking(Duration soFar) {
        return new VerificationProgress(UNKNOWN, soFar.toSeconds());
    }

    /** Whether there is a percentage. */
    public boolean hasPercent() {
        return percent != UNKNOWN;
    }
}
