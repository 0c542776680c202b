package io.graphtracker.backup.watch;

import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.schedule.LastRun;
import io.graphtracker.backup.schedule.RunOutcome;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.ScheduleState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what watching has to know of the schedule. */
@Component
class ScheduleReader {

    private final ScheduleService schedules;

    ScheduleReader(ScheduleService schedules) {
        this.schedules = schedules;
    }

    /** @throws OperationsDatabaseException if it cannot be read */
    ScheduleFacts read() throws OperationsDatabaseException {
        return schedules.state().map(ScheduleReader::facts).orElse(ScheduleFacts.NONE);
    }

    private static ScheduleFacts facts(ScheduleState state) {
        LastRun last = state.lastRun();
        return new ScheduleFacts(
                true,
                state.schedule().isOn(),
                last != null && last.isToBeTold() ? last.message() : "",
                unchanged(last));
    }

    private static ScheduleFacts.@Nullable Unchanged unchanged(@Nullable LastRun last) {
        return last != null && last.outcome() == RunOutcome.UNCHANGED
                ? new ScheduleFacts.Unchanged(last.backup(), last.endedAt())
                : null;
    }
}
