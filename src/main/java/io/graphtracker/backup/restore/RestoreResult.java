package io.graphtracker.backup.restore;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A restore that was done.
 *
 * @param backup the name of the backup that was brought back
 * @param undo whether that took back a restore
 * @param safetyBackup the name of the backup that holds the former state; absent if that was too damaged
 * @param keptAs the folder that keeps the former files; absent if there is a safety backup
 */
public record RestoreResult(
        String backup,
        boolean undo,
        @Nullable String safetyBackup,
        @Nullable Path keptAs) {}
