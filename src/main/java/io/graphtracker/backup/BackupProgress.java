package io.graphtracker.backup;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * How far a backup is.
 *
 * @param startedAt when it was begun, in the server's zone, to the second
 * @param elapsed time it has taken so far, by a clock that nobody can set
 * @param doneBytes of this phase
 * @param totalBytes of this phase, which for copying is an estimate; 0 as long as it is not known
 * @param cancelling whether it was asked to stop
 */
public record BackupProgress(
        ZonedDateTime startedAt,
        Duration elapsed,
        BackupPhase phase,
        long doneBytes,
        long totalBytes,
        boolean cancelling) {

    /** Before this, what is done is too little to conclude from. */
    private static final int FIRST_PERCENT = 3;

    /** Of this phase, 0 to 100. */
    public int phasePercent() {
        return (int) (100 * done());
    }

    /** Of the whole, 0 to 100. */
    public int percent() {
        return (int) overall();
    }

    /** What it will probably still take, if that can be told already. */
    public Optional<Duration> remaining() {
        return overall() < FIRST_PERCENT
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * (100 - overall()) / overall())));
    }

    private double overall() {
        return phase.overall(done());
    }

    /** The estimate may be short by a little. */
    private double done() {
        return totalBytes <= 0 ? 0 : Math.min(1, (double) doneBytes / totalBytes);
    }
}
