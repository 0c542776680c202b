package io.graphtracker.backup.watch;

import org.jspecify.annotations.Nullable;

/**
 * The settings and the last results; results are null if there are none yet.
 *
 * @param verification of all backups
 * @param drill the last one
 * @param conclusive the last drill that could be run, which another one that could not does not refute
 */
public record WatchState(
        WatchSettings settings,
        @Nullable VerificationResult verification,
        @Nullable DrillResult drill,
        @Nullable DrillResult conclusive,
        @Nullable CallResult call) {

    /** Before anything was stored. */
    public static final WatchState NONE = new WatchState(WatchSettings.DEFAULT, null, null, null, null);
}
