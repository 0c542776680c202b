package io.graphtracker.backup.schedule.ui;

import io.graphtracker.backup.schedule.ScheduleTexts;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the section of a page. */
@Component
public class ScheduleSections {

    private final ScheduleCommands commands;
    private final Clock clock;
    private final ScheduleTexts scheduleTexts;
    private final Texts texts;

    ScheduleSections(ScheduleCommands commands, Clock clock, ScheduleTexts scheduleTexts, Texts texts) {
        this.commands = commands;
        this.clock = clock;
        this.scheduleTexts = scheduleTexts;
        this.texts = texts;
    }

    /**
     * The section of a page.
     *
     * @param setUp sets what is recommended
     */
    public ScheduleSection create(Feedback feedback, Runnable setUp) {
        return new ScheduleSection(
                clock, scheduleTexts, texts, setUp, schedule -> commands.save(schedule, feedback), feedback::announce);
    }
}
