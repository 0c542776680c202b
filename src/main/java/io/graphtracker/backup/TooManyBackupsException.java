package io.graphtracker.backup;

import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * The rate limit for backups is reached.
 *
 * @see BackupRateLimit
 */
public final class TooManyBackupsException extends BackupException {

    private final long seconds;

    /**
     * Creates one.
     *
     * @param made the number of backups within the last minute
     * @param latest when the last of them was made
     * @param wait until another may be made; shown in whole seconds, rounded up
     */
    TooManyBackupsException(int made, ZonedDateTime latest, Duration wait) {
        this(made, latest, Math.toIntExact(wait.plusNanos(999_999_999).toSeconds()));
    }

    private TooManyBackupsException(int made, ZonedDateTime latest, int seconds) {
        super(BackupProblem.TOO_MANY_BACKUPS, made, latest, seconds);
        this.seconds = seconds;
    }

    /** The seconds until another backup may be made. */
    public long retryAfterSeconds() {
        return seconds;
    }
}
