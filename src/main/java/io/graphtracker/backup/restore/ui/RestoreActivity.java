package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.signals.Broadcaster;
import io.graphtracker.signals.OrderedValueSignal;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** The running restore, or the last one, as all open pages follow it. */
@org.springframework.stereotype.Component
class RestoreActivity {

    /** The kind of a failure after which not all is as before. */
    private static final String STUCK = "stuck";

    private record Starter(String page, String backup) {}

    private final BackupTexts backupTexts;
    private final Texts texts;
    private final OrderedValueSignal<RestoreProgressModel> state = new OrderedValueSignal<>(RestoreProgressModel.NONE);
    private final Broadcaster pages = new Broadcaster();
    private volatile RestoreProgressModel latest = RestoreProgressModel.NONE;
    private final ThreadLocal<@Nullable Starter> starter = new ThreadLocal<>();

    RestoreActivity(BackupTexts backupTexts, Texts texts) {
        this.backupTexts = backupTexts;
        this.texts = texts;
    }

    /** Where it stands, as everybody has been told or is about to be. */
    RestoreProgressModel latest() {
        return latest;
    }

    /** Lets a part of a page be told whenever that changed. */
    void follow(Component part, Runnable update) {
        pages.follow(part, update);
    }

    /** Where it stands, for those who do not mind to miss a step. */
    Signal<RestoreProgressModel> state() {
        return state.asReadonly();
    }

    /** Restores for a page that tells of it in its own way. */
    <T> T startedBy(Feedback page, RestorePreview confirmed, Supplier<T> restore) {
        // what happens is told on this thread; whether anything does, is not known before
        starter.set(
                new Starter(page.pageId(), Times.toTheMinute(confirmed.source().at())));
        try {
            return restore.get();
        } finally {
            starter.remove();
        }
    }

    @EventListener
    synchronized void on(RestoreEvent event) {
        RestoreProgressModel before = latest;
        latest = switch (event) {
            case RestoreEvent.Started(String backup, boolean undo) -> begin(before, backup);
            case RestoreEvent.Reached reached -> before.at(reached.step());
            case RestoreEvent.Finished finished -> before.done();
            case RestoreEvent.Failed failed -> before.failed(failure(failed.reason()));
        };
        state.set(latest);
        pages.tell();
    }

    private RestoreProgressModel begin(RestoreProgressModel before, String backup) {
        Starter known = starter.get();
        return known == null ? before.started("", timeOf(backup)) : before.started(known.page(), known.backup());
    }

    private static String timeOf(String backup) {
        return BackupName.of(backup).map(name -> Times.toTheMinute(name.time())).orElse(backup);
    }

    private String failure(BackupException reason) {
        return reason.kind().equals(STUCK)
                ? backupTexts.message(reason) + " " + backupTexts.hint(reason)
                : texts.get("restore.banner.failed");
    }
}
