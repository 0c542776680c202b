package io.graphtracker.backup.restore;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed {@link RestoreRequest}, as it is stored in the {@link SwitchIntent} and in the audit log. The names in
 * the JSON stay as earlier versions wrote them.
 *
 * @param id of this one restore
 * @param name of the backup, or of the folder of the former database
 * @param at when it was confirmed, to the second
 * @param user the name of the user who confirmed it
 * @param undo whether it undoes the restore before it
 * @param formerDatabase whether it restores a former database; absent means no
 */
record ConfirmedRestore(
        UUID id,
        @JsonProperty("backup") String name,
        Instant at,
        @JsonProperty("by") String user,
        boolean undo,
        @JsonProperty("files") @Nullable Boolean formerDatabase) {

    /** Restores a backup, and undoes no other restore. */
    static ConfirmedRestore ofBackup(UUID id, String name, Instant at, String user) {
        return new ConfirmedRestore(id, name, at, user, false, null);
    }

    static ConfirmedRestore of(RestorePreview confirmed, Instant at, String user) {
        return new ConfirmedRestore(
                UUID.randomUUID(),
                confirmed.source().name(),
                at,
                user,
                confirmed.request() instanceof RestoreRequest.Undo,
                confirmed.source() instanceof RestoreSource.OfFormerDatabase);
    }

    boolean isOfFormerDatabase() {
        return Boolean.TRUE.equals(formerDatabase);
    }

    /** What the audit log calls it. */
    AuditEntryKind auditKind() {
        return undo ? AuditEntryKind.UNDONE : AuditEntryKind.RESTORED;
    }

    /** The entry for the audit log once it is done. The audit log records the same restore only once. */
    AuditEntry done(@Nullable String safetyBackup, String detail) {
        return new AuditEntry(id, at, auditKind(), name, user, null, detail, safetyBackup);
    }

    /** Jackson sets components to null that a file leaves out. */
    @SuppressWarnings("ConstantValue")
    boolean isComplete() {
        return id != null && name != null && at != null && user != null;
    }
}
