package io.graphtracker.backup.schedule.ui;

import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.ScheduleState;
import io.graphtracker.backup.schedule.ScheduleTexts;
import io.graphtracker.backup.ui.BackupMessages;
import io.graphtracker.backup.ui.PageWork;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Carries out what a user of a page asks of the schedule, on another thread, and shows the result on that page. */
@Component
public class ScheduleCommands {

    /** What messages about the schedule are about. */
    private static final String SUBJECT = "schedule";

    private final ScheduleService service;
    private final PageWork work;
    private final BackupMessages messages;
    private final ScheduleTexts scheduleTexts;
    private final Texts texts;

    ScheduleCommands(
            ScheduleService service, PageWork work, BackupMessages messages, ScheduleTexts scheduleTexts, Texts texts) {
        this.service = service;
        this.work = work;
        this.messages = messages;
        this.scheduleTexts = scheduleTexts;
        this.texts = texts;
    }

    /** Sets the schedule. */
    public void save(Schedule schedule, Feedback feedback) {
        begin(
                user -> service.save(schedule, user),
                state -> feedback.show(saved(state).about(SUBJECT)),
                feedback,
                texts.get("schedule.not-saved"));
    }

    /**
     * Sets the schedule if none was ever set.
     *
     * @param then is run on the page's thread, if it was set
     */
    public void saveFirst(Schedule schedule, Feedback feedback, Runnable then) {
        begin(
                user -> service.saveFirst(schedule, user),
                state -> {
                    feedback.show(state.map(this::saved)
                            .orElseGet(() -> Message.information(texts.get("schedule.recommended.set-already")))
                            .about(SUBJECT));
                    state.ifPresent(set -> then.run());
                },
                feedback,
                texts.get("schedule.not-saved"));
    }

    private Message saved(ScheduleState state) {
        Schedule schedule = state.schedule();
        return state.nextDue() == null
                ? Message.success(texts.get("schedule.saved.off"), "")
                : Message.success(
                        texts.get("schedule.saved", scheduleTexts.describe(schedule)),
                        texts.get("schedule.saved.hint", scheduleTexts.time(state.nextDue(), schedule)));
    }

    /** Tells nobody of a failure any more. */
    void dismiss(long number, Feedback feedback) {
        begin(
                user -> {
                    service.dismiss(number);
                    return number;
                },
                dismissed -> {},
                feedback,
                texts.get("schedule.not-dismissed"));
    }

    private <T> void begin(PageWork.Work<T> asked, Consumer<T> done, Feedback feedback, String notStored) {
        work.begin(
                asked,
                done,
                reason -> feedback.show(messages.of(reason).about(SUBJECT)),
                reason -> feedback.show(Message.error(notStored, scheduleTexts.problem(reason.problem()))
                        .about(SUBJECT)));
    }
}
