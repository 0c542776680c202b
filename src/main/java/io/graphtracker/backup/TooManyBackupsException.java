package io.graphtracker.backup;

import java.time.Duration;
import java.time.ZonedDateTime;

/** So many backups were made within a minute that the next one has to wait. */
public final class TooManyBackupsException extends BackupException {

    private final long seconds;

    /**
     * Says what was made and how long to wait.
     *
     * @param made how many within the last minute
     * @param latest when the last of them was
     * @param wait until another one may be made; told in whole seconds, rounded up
     */
    TooManyBackupsException(int made, ZonedDateTime latest, Duration wait) {
        this(made, latest, Math.toIntExact(wait.plusNanos(999_999_999).toSeconds()));
    }

    private TooManyBackupsException(int made, ZonedDateTime latest, int seconds) {
        super(BackupProblem.TOO_MANY_BACKUPS, made, latest, seconds);
        this.seconds = seconds;
    }

    /** After how many seconds another one may be made. */
    public long retryAfterSeconds() {
        return seconds;
    }
}
