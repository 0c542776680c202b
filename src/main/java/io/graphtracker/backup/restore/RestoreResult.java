package io.graphtracker.backup.restore;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A restore that was done.
 *
 * @param backup the name of what was restored
 * @param undo whether that took back a restore
 * @param safetyBackup the name of the backup that holds the former state; absent if that is kept as files
 * @param keptAs the folder that keeps the former files; absent if there is a safety backup, or was nothing to keep
 * @param keptBecause why they are kept; absent if none are
 */
public record RestoreResult(
        String backup,
        boolean undo,
        @Nullable String safetyBackup,
        @Nullable Path keptAs,
        @Nullable FormerDatabaseReason keptBecause) {}
