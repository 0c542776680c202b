package io.graphtracker.backup.watch;

import org.jspecify.annotations.Nullable;

/**
 * The settings and the last results; results are null if there are none yet.
 *
 * @param verification of all backups
 */
public record WatchState(
        WatchSettings settings,
        @Nullable VerificationResult verification,
        @Nullable DrillResult drill,
        @Nullable CallResult call) {

    /** Before anything was stored. */
    public static final WatchState NONE = new WatchState(WatchSettings.DEFAULT, null, null, null);
}
