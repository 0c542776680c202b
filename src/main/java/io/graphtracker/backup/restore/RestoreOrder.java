package io.graphtracker.backup.restore;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a backup, or a former database that was kept as files, is to be restored.
 *
 * @param id of this one restore
 * @param backup the backup's name, or that of the folder with the files
 * @param at when it was ordered, to the second
 * @param by the name of the user who ordered it
 * @param undo whether it takes back the restore before it
 * @param files whether it is a former database kept as files; absent means no
 */
record RestoreOrder(
        UUID id,
        String backup,
        Instant at,
        String by,
        boolean undo,
        @Nullable Boolean files) {

    RestoreOrder(UUID id, String backup, Instant at, String by, boolean undo) {
        this(id, backup, at, by, undo, null);
    }

    boolean isOfFiles() {
        return Boolean.TRUE.equals(files);
    }

    /** As what it is recorded. */
    AuditEntryKind operation() {
        return undo ? AuditEntryKind.UNDONE : AuditEntryKind.RESTORED;
    }

    /** What to record when it was done. The same order is recorded once. */
    AuditEntry done(@Nullable String safetyBackup, String detail) {
        return new AuditEntry(id, at, operation(), backup, by, null, detail, safetyBackup);
    }

    /** Jackson leaves out what a file leaves out. */
    @SuppressWarnings("ConstantValue")
    boolean isComplete() {
        return id != null && backup != null && at != null && by != null;
    }
}
