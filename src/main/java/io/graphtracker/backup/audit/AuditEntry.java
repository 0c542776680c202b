package io.graphtracker.backup.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log.
 *
 * @param id of the operation; adding the same one again has no effect
 * @param at when, to the millisecond
 * @param backup the name of the backup; empty if there is none
 * @param user the name of the user who requested the operation
 * @param problem the code of the problem, for example {@code verification_failed}; null if the operation succeeded
 * @param detail a sentence with further information; may be empty
 * @param safetyBackup of a restore: the name of its safety backup; null if there is none
 */
public record AuditEntry(
        UUID id,
        Instant at,
        AuditEntryKind kind,
        String backup,
        String user,
        @Nullable String problem,
        String detail,
        @Nullable String safetyBackup) {

    /** The entry for an operation that succeeded. */
    public static AuditEntry done(Instant at, AuditEntryKind kind, String backup, String user) {
        return done(at, kind, backup, user, "");
    }

    /** The same with a sentence that says more. */
    public static AuditEntry done(Instant at, AuditEntryKind kind, String backup, String user, String detail) {
        return new AuditEntry(UUID.randomUUID(), at, kind, backup, user, null, detail, null);
    }

    /** The entry for an operation that failed. */
    public static AuditEntry failed(
            Instant at, AuditEntryKind kind, String backup, String user, String problem, String detail) {
        return new AuditEntry(UUID.randomUUID(), at, kind, backup, user, problem, detail, null);
    }

    /** Whether the operation succeeded. */
    public boolean succeeded() {
        return problem == null;
    }
}
