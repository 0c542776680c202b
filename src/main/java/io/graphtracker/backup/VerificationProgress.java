package io.graphtracker.backup;

import java.time.Duration;

/**
 * How far a check is. While the file is read, that is a part of it; of what SQLite does then with pages and rows nobody knows how
 * much is to come, so all that can be told is how long it has taken.
 *
 * @param percent how much of the file is read; {@link #UNKNOWN} while SQLite looks at it
 * @param seconds how long SQLite has looked at it so far
 */
public record VerificationProgress(int percent, long seconds) {

    /** Says that there is no part to tell. */
    public static final int UNKNOWN = -1;

    /** Nothing is told yet. */
    public static final VerificationProgress NONE = new VerificationProgress(UNKNOWN, 0);

    static VerificationProgress read(int percent) {
        return new VerificationProgress(percent, 0);
    }

    static VerificationProgress looking(Duration soFar) {
        return new VerificationProgress(UNKNOWN, soFar.toSeconds());
    }

    /** Whether how much of the file is read can be told. */
    public boolean isRead() {
        return percent != UNKNOWN;
    }
}
