package io.graphtracker.backup.schedule;

import java.time.Instant;

/**
 * The last scheduled run.
 *
 * @param number later ones have greater numbers
 * @param due when it was due; it may have been made later
 * @param endedAt of an interrupted one: when that was noticed
 * @param backup the name of the backup that was made, or verified again; otherwise empty. Of a run that failed: one that
 *     cannot be restored
 * @param message why it failed, or empty
 * @param hint what to do about that, or empty
 * @param failures how many runs have failed one after the other until this one
 * @param dismissed whether nobody has to be told of the failure any more
 */
public record LastRun(
        long number,
        Instant due,
        Instant endedAt,
        RunOutcome outcome,
        String backup,
        String message,
        String hint,
        int failures,
        boolean dismissed) {

    /** Whether every page tells of it. */
    public boolean isToBeTold() {
        return outcome.isFailure() && !dismissed;
    }
}
