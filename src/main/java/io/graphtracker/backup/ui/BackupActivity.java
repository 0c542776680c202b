package io.graphtracker.backup.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.BackupsOverview;
import io.graphtracker.texts.Texts;
import java.util.concurrent.Executor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What all open pages show of backups, whoever started them and from wherever: at work or not, and the last result. */
@Component
class BackupActivity {

    private final BackupsOverview overview;
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Executor executor;
    private final SharedValueSignal<Boolean> busy = new SharedValueSignal<>(false);
    private final SharedValueSignal<LastBackup> last = new SharedValueSignal<>(LastBackup.NONE);
    private final SharedValueSignal<TargetFolder> folder = new SharedValueSignal<>(TargetFolder.UNKNOWN);
    private final SharedValueSignal<String> failure = new SharedValueSignal<>("");

    BackupActivity(BackupsOverview overview, BackupTexts backupTexts, Texts texts, @BackupExecutor Executor executor) {
        this.overview = overview;
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.executor = executor;
    }

    /** Whether a backup is being made. */
    Signal<Boolean> busy() {
        return busy.asReadonly();
    }

    /** The newest backup in the folder. */
    Signal<LastBackup> last() {
        return last.asReadonly();
    }

    /** The folder the next backup would go to. */
    Signal<TargetFolder> folder() {
        return folder.asReadonly();
    }

    /** Why the last attempt made none, or empty if it made one. */
    Signal<String> failure() {
        return failure.asReadonly();
    }

    /** Looks into the folder again, on another thread: somebody may have been there. */
    void refresh() {
        executor.execute(this::look);
    }

    private void look() {
        folder.set(target());
        last.set(overview.latest()
                .map(latest -> LastBackup.of(latest, backupTexts))
                .orElse(LastBackup.NONE));
    }

    private TargetFolder target() {
        try {
            return TargetFolder.of(overview.folder(), texts);
        } catch (BackupException e) {
            return TargetFolder.missing(backupTexts.message(e), texts);
        }
    }

    @EventListener
    void on(BackupEvent event) {
        switch (event) {
            case BackupEvent.Started started -> busy.set(true);
            case BackupEvent.Finished finished -> {
                busy.set(false);
                failure.set("");
                refresh();
            }
            case BackupEvent.Failed failed -> {
                busy.set(false);
                failure.set(backupTexts.failure(failed.reason(), failed.at()));
                refresh();
            }
        }
    }
}
