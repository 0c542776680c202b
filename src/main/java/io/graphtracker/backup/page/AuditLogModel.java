package io.graphtracker.backup.page;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditLogProblem;
import io.graphtracker.backup.audit.UnrecordedEntries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw who looked at the record of operations.
 *
 * @param operations what was done, the newest first; absent if it cannot be read
 * @param problem why not; absent also if that is not known
 * @param unrecorded what was done and is missing there; absent if nothing is
 */
record AuditLogModel(
        @Nullable List<AuditEntry> operations,
        @Nullable AuditLogProblem problem,
        @Nullable UnrecordedEntries unrecorded) {

    static final AuditLogModel EMPTY = new AuditLogModel(List.of(), null, null);
    static final AuditLogModel UNKNOWN = new AuditLogModel(null, null, null);
}
