package io.graphtracker.backup.page;

import io.graphtracker.backup.retention.ui.RetentionSections;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ui.ScheduleCommands;
import io.graphtracker.feedback.Feedback;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the one button sets for users who have not thought about backups: daily ones, and a sensible history of them. */
@Component
class RecommendedSetup {

    private final ScheduleCommands schedules;
    private final RetentionSections retentions;
    private final Clock clock;

    RecommendedSetup(ScheduleCommands schedules, RetentionSections retentions, Clock clock) {
        this.retentions = retentions;
        this.schedules = schedules;
        this.clock = clock;
    }

    void setUp(Feedback feedback) {
        schedules.saveFirst(
                Schedule.recommended(clock.getZone()), feedback, () -> retentions.keepSensibleHistory(feedback));
    }
}
