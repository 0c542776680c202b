package io.graphtracker.backup;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The progress of a backup.
 *
 * @param startedAt in the server's zone, to the second
 * @param elapsed so far, by a monotonic clock
 * @param doneBytes of this phase
 * @param totalBytes of this phase, an estimate while copying; 0 as long as it is unknown
 * @param cancelling whether it is cancelled, but has not ended yet
 */
public record BackupProgress(
        ZonedDateTime startedAt,
        Duration elapsed,
        BackupPhase phase,
        long doneBytes,
        long totalBytes,
        boolean cancelling) {

    /** Below this, the remaining time cannot be estimated. */
    private static final int MIN_PERCENT = 3;

    /** Progress of this phase, 0 to 100. */
    public int phasePercent() {
        return (int) (100 * done());
    }

    /** Progress of the whole backup, 0 to 100. */
    public int percent() {
        return (int) overall();
    }

    /** The estimated remaining time, if it can be estimated. */
    public Optional<Duration> remaining() {
        return overall() < MIN_PERCENT
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * (100 - overall()) / overall())));
    }

    private double overall() {
        return phase.overall(done());
    }

    /** At most 1: the estimated total may be a little too small. */
    private double done() {
        return totalBytes <= 0 ? 0 : Math.min(1, (double) doneBytes / totalBytes);
    }
}
