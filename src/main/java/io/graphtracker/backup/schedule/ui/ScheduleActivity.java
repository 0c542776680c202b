package io.graphtracker.backup.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupTimer;
import io.graphtracker.backup.SerialRefresh;
import io.graphtracker.backup.schedule.LastRun;
import io.graphtracker.backup.schedule.ScheduleChanged;
import io.graphtracker.backup.schedule.ScheduleState;
import io.graphtracker.backup.schedule.ScheduleTexts;
import io.graphtracker.signals.Broadcaster;
import io.graphtracker.signals.OrderedValueSignal;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** What all pages tell of scheduled backups: the next one, and why the last one failed. */
@org.springframework.stereotype.Component
public class ScheduleActivity {

    /**
     * Why scheduled backups fail.
     *
     * @param text empty if they do not
     * @param number of the run that failed; 0 if it is no run that can be dismissed
     */
    record Failure(String text, long number) {

        static final Failure NONE = new Failure("", 0);
    }

    /** Until it is loaded again if the operations database is busy. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final ScheduleModelLoader loader;
    private final ScheduleTexts texts;
    private final BackupTimer timer;
    private final SerialRefresh loading;
    private final Broadcaster pages = new Broadcaster();
    private final OrderedValueSignal<String> next = new OrderedValueSignal<>("");
    private volatile Failure failure = Failure.NONE;

    ScheduleActivity(
            ScheduleModelLoader loader, ScheduleTexts texts, BackupTimer timer, @BackupExecutor Executor executor) {
        this.loader = loader;
        this.texts = texts;
        this.timer = timer;
        this.loading = new SerialRefresh(executor, number -> load());
    }

    /** When the next backup is due, or that none is; empty while that is unknown. */
    public Signal<String> next() {
        return next.asReadonly();
    }

    /** The failure to tell; a page is updated by {@link #subscribe} whenever that changes. */
    Failure failure() {
        return failure;
    }

    /** Updates a part of a page now, and whenever {@link #failure()} changes, as long as it is attached. */
    void subscribe(Component part, Runnable update) {
        pages.subscribe(part, update);
    }

    /** Loads it again, on another thread. */
    public void refresh() {
        loading.request();
    }

    @EventListener({ApplicationReadyEvent.class, ScheduleChanged.class})
    void onChange() {
        refresh();
    }

    private void load() {
        ScheduleModel model = loader.load();
        if (model instanceof ScheduleModel.Busy(String problem, boolean lasting) && !lasting) {
            timer.after(AGAIN, this::refresh);
            return;
        }
        next.set(next(model));
        Failure now = failure(model);
        if (!now.equals(failure)) {
            failure = now;
            pages.publish();
        }
    }

    private String next(ScheduleModel model) {
        return switch (model) {
            case ScheduleModel.Loading loading -> "";
            case ScheduleModel.Unsupported unsupported -> "";
            case ScheduleModel.Failed failed -> failed.problem();
            case ScheduleModel.Busy busy -> busy.problem();
            case ScheduleModel.Loaded loaded -> texts.next(loaded.state());
        };
    }

    private Failure failure(ScheduleModel model) {
        if (!(model instanceof ScheduleModel.Loaded loaded)) {
            String problem = next(model);
            return problem.isEmpty() ? Failure.NONE : new Failure(problem, 0);
        }
        if (!loaded.problem().isEmpty()) {
            return new Failure(loaded.problem(), 0);
        }
        ScheduleState state = loaded.state();
        LastRun last = state == null ? null : state.lastRun();
        return state != null && last != null && last.isToBeTold()
                ? new Failure(texts.failure(last, state.schedule()), last.number())
                : Failure.NONE;
    }
}
