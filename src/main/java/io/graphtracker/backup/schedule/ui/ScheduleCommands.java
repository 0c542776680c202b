package io.graphtracker.backup.schedule.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.schedule.Schedule;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.ScheduleState;
import io.graphtracker.backup.schedule.ScheduleTexts;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;
import io.graphtracker.user.CurrentUser;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out what a user of a page asks of the schedule, on another thread, and shows the result on that page. */
@Component
public class ScheduleCommands {

    private static final Logger log = LoggerFactory.getLogger(ScheduleCommands.class);

    private final ScheduleService service;
    private final CurrentUser user;
    private final Executor executor;
    private final ScheduleTexts scheduleTexts;
    private final Texts texts;

    ScheduleCommands(
            ScheduleService service,
            CurrentUser user,
            @BackupExecutor Executor executor,
            ScheduleTexts scheduleTexts,
            Texts texts) {
        this.service = service;
        this.user = user;
        this.executor = executor;
        this.scheduleTexts = scheduleTexts;
        this.texts = texts;
    }

    /** Sets the schedule. */
    public void save(Schedule schedule, Feedback feedback) {
        // asked here: the other thread belongs to no user
        String name = user.name();
        executor.execute(() -> {
            try {
                feedback.show(saved(service.save(schedule, name)));
            } catch (OperationsDatabaseException e) {
                feedback.show(notSaved(e));
            }
        });
    }

    /**
     * Sets the schedule if none was ever set.
     *
     * @param then is run on the page's thread, if it was set
     */
    public void saveFirst(Schedule schedule, Feedback feedback, Runnable then) {
        String name = user.name();
        UI ui = UI.getCurrent();
        executor.execute(() -> {
            try {
                Optional<ScheduleState> saved = service.saveFirst(schedule, name);
                feedback.show(saved.map(this::saved)
                        .orElseGet(() -> Message.information(texts.get("schedule.recommended.set-already"))));
                if (saved.isPresent()) {
                    ui.accessLater(then::run, () -> {}).run();
                }
            } catch (OperationsDatabaseException e) {
                feedback.show(notSaved(e));
            }
        });
    }

    private Message saved(ScheduleState state) {
        Schedule schedule = state.schedule();
        return state.nextDue() == null
                ? Message.success(texts.get("schedule.saved.off"), "")
                : Message.success(
                        texts.get("schedule.saved", scheduleTexts.describe(schedule)),
                        texts.get("schedule.saved.hint", scheduleTexts.time(state.nextDue(), schedule)));
    }

    private Message notSaved(OperationsDatabaseException reason) {
        log.warn("The schedule was not saved", reason);
        return Message.error(texts.get("schedule.not-saved"), scheduleTexts.problem(reason.problem()));
    }

    /** Tells nobody of a failure any more. */
    void dismiss(long number, Feedback feedback) {
        executor.execute(() -> {
            try {
                service.dismiss(number);
            } catch (OperationsDatabaseException e) {
                log.warn("The failure was not dismissed", e);
                feedback.show(Message.error(texts.get("schedule.not-dismissed"), scheduleTexts.problem(e.problem())));
            }
        });
    }
}
