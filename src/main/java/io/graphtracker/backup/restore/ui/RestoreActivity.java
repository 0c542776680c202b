package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.Component;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.signals.Broadcaster;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * The progress of the running restore, or the end of the last one, as all open pages follow it.
 *
 * @see "docs/decisions/2026-11-24-pages-are-told-not-by-effects.md"
 */
@org.springframework.stereotype.Component
class RestoreActivity {

    private record Starter(String page, String backup) {}

    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Broadcaster pages = new Broadcaster();
    private volatile RestoreProgressModel progress = RestoreProgressModel.NONE;
    private final ThreadLocal<@Nullable Starter> starter = new ThreadLocal<>();

    RestoreActivity(BackupTexts backupTexts, Texts texts) {
        this.backupTexts = backupTexts;
        this.texts = texts;
    }

    /** Where the restore stands now; a page is updated by {@link #follow} whenever that changes. */
    RestoreProgressModel progress() {
        return progress;
    }

    /** Updates a part of a page now, and whenever {@link #progress()} changes, as long as it is attached. */
    void follow(Component part, Runnable update) {
        pages.follow(part, update);
    }

    /** Runs a restore for a page that shows its progress in a dialog of its own. */
    <T> T startedBy(Feedback page, RestorePreview confirmed, Supplier<T> restore) {
        // its events are published on this thread; whether any will be is unknown before
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
        RestoreProgressModel before = progress;
        progress = switch (event) {
            case RestoreEvent.Started(String backup, boolean undo) -> begin(before, backup);
            case RestoreEvent.Reached reached -> before.at(reached.step());
            case RestoreEvent.Finished finished -> before.done();
            case RestoreEvent.Failed failed -> before.failed(failure(failed.reason()));
        };
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
        return reason.is(ProblemKind.RESTORE_STUCK)
                ? backupTexts.message(reason) + " " + backupTexts.hint(reason)
                : texts.get("restore.banner.failed");
    }
}
