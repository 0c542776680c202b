package io.graphtracker.backup.page;

import io.graphtracker.backup.audit.Operation;
import io.graphtracker.backup.audit.RecordProblem;
import io.graphtracker.backup.audit.Unrecorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw who looked at the record of operations.
 *
 * @param operations what was done, the newest first; absent if it cannot be read
 * @param problem why not; absent also if that is not known
 * @param unrecorded what was done and is missing there; absent if nothing is
 */
record RecordLook(
        @Nullable List<Operation> operations,
        @Nullable RecordProblem problem,
        @Nullable Unrecorded unrecorded) {

    static final RecordLook EMPTY = new RecordLook(List.of(), null, null);
    static final RecordLook UNKNOWN = new RecordLook(null, null, null);
}
