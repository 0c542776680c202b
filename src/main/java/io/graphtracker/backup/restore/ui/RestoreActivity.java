package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.Component;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestoreSource;
import io.graphtracker.signals.Broadcaster;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import org.springframework.context.event.EventListener;

/**
 * The progress of the running restore, or the end of the last one, as all open pages show it.
 *
 * @see "docs/decisions/2026-11-24-pages-are-told-not-by-effects.md"
 */
@org.springframework.stereotype.Component
class RestoreActivity {

    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Broadcaster pages = new Broadcaster();
    private volatile RestoreProgressModel progress = RestoreProgressModel.NONE;

    RestoreActivity(BackupTexts backupTexts, Texts texts) {
        this.backupTexts = backupTexts;
        this.texts = texts;
    }

    /** Where the restore stands now; a page is updated by {@link #subscribe} whenever that changes. */
    RestoreProgressModel progress() {
        return progress;
    }

    /** Updates a part of a page now, and whenever {@link #progress()} changes, as long as it is attached. */
    void subscribe(Component part, Runnable update) {
        pages.subscribe(part, update);
    }

    @EventListener
    synchronized void on(RestoreEvent event) {
        RestoreProgressModel before = progress;
        progress = switch (event) {
            case RestoreEvent.Started(RestoreSource source, boolean undo, Origin origin) ->
                before.started(origin.id(), Times.toTheMinute(source.at()));
            case RestoreEvent.Reached reached -> before.at(reached.step());
            case RestoreEvent.Finished finished -> before.done();
            case RestoreEvent.Failed failed -> before.failed(failure(failed.reason()));
        };
        pages.publish();
    }

    private String failure(BackupException reason) {
        return reason.is(ProblemKind.RESTORE_STUCK)
                ? backupTexts.message(reason) + " " + backupTexts.hint(reason)
                : texts.get("restore.banner.failed");
    }
}
