package io.graphtracker.backup.page;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.UnrecordedEntries;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit log as the Backups page shows it.
 *
 * @param entries the newest first; absent if the audit log cannot be read
 * @param problem why it cannot be read; absent also if that is unknown
 * @param unrecorded operations missing in it; absent if none are
 */
record AuditLogModel(
        @Nullable List<AuditEntry> entries,
        @Nullable OperationsDatabaseProblem problem,
        @Nullable UnrecordedEntries unrecorded) {

    static final AuditLogModel EMPTY = new AuditLogModel(List.of(), null, null);
    static final AuditLogModel UNKNOWN = new AuditLogModel(null, null, null);
}
