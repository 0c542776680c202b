package io.graphtracker.backup.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record.
 *
 * @param id of the operation; the same one is recorded once, however often that is tried
 * @param at when, to the millisecond
 * @param backup the name of the backup it was done with; empty if there is none
 * @param user the name of the user who asked for it
 * @param problem the code of what stood against it, for example {@code verification_failed}; absent if it succeeded
 * @param detail what else people need to know, as a sentence; may be empty
 * @param safetyBackup of a restore: the name of the backup that holds what it replaced; absent if there is none
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

    /** One that succeeded, with nothing more to be said. */
    public static AuditEntry done(Instant at, AuditEntryKind kind, String backup, String user) {
        return new AuditEntry(UUID.randomUUID(), at, kind, backup, user, null, "", null);
    }

    /** One that failed. */
    public static AuditEntry failed(
            Instant at, AuditEntryKind kind, String backup, String user, String problem, String detail) {
        return new AuditEntry(UUID.randomUUID(), at, kind, backup, user, problem, detail, null);
    }

    /** Whether it was done. */
    public boolean succeeded() {
        return problem == null;
    }
}
