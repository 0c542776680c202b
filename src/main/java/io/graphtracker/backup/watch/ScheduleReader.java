package io.graphtracker.backup.watch;

import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.schedule.LastRun;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.ScheduleState;
import io.graphtracker.backup.schedule.UnchangedBackup;
import java.util.Optional;
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
        Optional<ScheduleState> state = schedules.state();
        return state.isPresent() ? facts(state.get(), schedules.unchanged().orElse(null)) : ScheduleFacts.NONE;
    }

    private static ScheduleFacts facts(ScheduleState state, @Nullable UnchangedBackup unchanged) {
        LastRun last = state.lastRun();
        return new ScheduleFacts(
                true, state.schedule().isOn(), last != null && last.isToBeTold() ? last.message() : "", unchanged);
    }
}
