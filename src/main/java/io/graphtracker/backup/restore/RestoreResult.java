package io.graphtracker.backup.restore;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A restore that was done.
 *
 * @param backup the name of what was restored
 * @param undo whether it undid a restore
 * @param safetyBackup the name of the backup of the replaced database; absent if that was kept as files
 * @param formerFolder the folder of the former database; absent if there is a safety backup, or was nothing to keep
 * @param formerReason why it was kept as files; absent if it was not
 */
public record RestoreResult(
        String backup,
        boolean undo,
        @Nullable String safetyBackup,
        @Nullable Path formerFolder,
        @Nullable FormerDatabaseReason formerReason) {}
