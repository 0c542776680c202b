package io.graphtracker.backup.page;

import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ui.ScheduleCommands;
import io.graphtracker.feedback.Feedback;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the one button sets for users who have not thought about backups: daily ones, and a sensible history of them. */
@Component
class RecommendedSetup {

    private final ScheduleCommands schedules;
    private final Clock clock;

    RecommendedSetup(ScheduleCommands schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    void setUp(Feedback feedback) {
        schedules.save(Schedule.recommended(clock.getZone()), feedback);
    }
}
