package io.graphtracker.backup.watch;

import io.graphtracker.backup.operations.OperationsDatabaseException;
import org.springframework.stereotype.Component;

/** Reads what watching has to know of the schedule. */
@Component
class ScheduleReader {

    /** @throws OperationsDatabaseException if it cannot be read */
    ScheduleFacts read() throws OperationsDatabaseException {
        return ScheduleFacts.NONE;
    }
}
