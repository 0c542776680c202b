package io.graphtracker.backup.watch;

import io.graphtracker.backup.restore.RestoreDrill;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The result of a restore drill.
 *
 * @param endedAt when it ended
 * @param backup the name of the backup that was restored
 * @param times how long each phase took; empty if it did not pass
 * @param outcome whether the backup can be restored
 * @param message why it did not pass, for people; otherwise empty
 * @param dismissed whether pages need not tell of a failure any more
 */
public record DrillResult(
        Instant endedAt,
        String backup,
        Map<RestoreDrill.Phase, Duration> times,
        Outcome outcome,
        String message,
        boolean dismissed) {

    /** What a drill found. The names are stored. */
    public enum Outcome {
        /** The backup can be restored. */
        PASSED,
        /** The backup cannot be restored. */
        FAILED,
        /** It could not be tried, which says nothing of the backup: there was no space, for example. */
        IMPOSSIBLE
    }

    /** How long all phases took. */
    public Duration took() {
        return times.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }

    /** Whether it tells anything of the backup. */
    boolean isConclusive() {
        return outcome != Outcome.IMPOSSIBLE;
    }
}
