package io.graphtracker.backup.ui;

import com.vaadin.flow.signals.Signal;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.BackupsOverview;
import io.graphtracker.signals.OrderedValueSignal;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What all open pages show of backups, whoever started them and from wherever: at work or not, and the last result. */
@Component
class BackupActivity {

    private static final Logger log = LoggerFactory.getLogger(BackupActivity.class);

    private final BackupsOverview overview;
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Executor executor;
    private final AtomicInteger wanted = new AtomicInteger();
    private final OrderedValueSignal<String> running = new OrderedValueSignal<>("");
    private final OrderedValueSignal<LastBackupModel> last = new OrderedValueSignal<>(LastBackupModel.none(""));
    private final OrderedValueSignal<TargetFolder> folder = new OrderedValueSignal<>(TargetFolder.UNKNOWN);
    private final OrderedValueSignal<LastFailureModel> failure = new OrderedValueSignal<>(LastFailureModel.NONE);

    BackupActivity(BackupsOverview overview, BackupTexts backupTexts, Texts texts, @BackupExecutor Executor executor) {
        this.overview = overview;
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.executor = executor;
    }

    /** Whether a backup is being made; how far it is, {@link BackupJobUpdates} knows. */
    Signal<Boolean> busy() {
        return running.map(text -> !text.isEmpty());
    }

    /** That a backup is being made and since when, or empty if none is. */
    Signal<String> running() {
        return running.asReadonly();
    }

    /** The newest backup in the folder. */
    Signal<LastBackupModel> last() {
        return last.asReadonly();
    }

    /** The folder the next backup would go to. */
    Signal<TargetFolder> folder() {
        return folder.asReadonly();
    }

    /** Why the last attempt made none, if it made none. */
    Signal<LastFailureModel> failure() {
        return failure.asReadonly();
    }

    /**
     * Looks into the folder again, on another thread: somebody may have been there. Never twice at once, since an older look
     * must not show what it saw after a newer one, and a share that hangs must not hold many threads.
     */
    void refresh() {
        if (wanted.getAndIncrement() == 0) {
            executor.execute(this::look);
        }
    }

    private void look() {
        int served;
        do {
            served = wanted.get();
            folder.set(target());
            last.set(latest());
        } while (!wanted.compareAndSet(served, 0));
    }

    private LastBackupModel latest() {
        try {
            return overview.latest()
                    .map(latest -> LastBackupModel.of(latest, backupTexts, texts))
                    .orElse(LastBackupModel.none(texts.get("backup.last.none")));
        } catch (BackupException e) {
            return LastBackupModel.none(texts.get("backup.last.unknown", backupTexts.message(e)));
        } catch (IOException | RuntimeException e) {
            log.warn("The backups folder cannot be read", e);
            return LastBackupModel.none(texts.get("backup.last.unreadable"));
        }
    }

    private TargetFolder target() {
        try {
            return TargetFolder.of(overview.folder(), texts);
        } catch (BackupException e) {
            return TargetFolder.missing(backupTexts.message(e), texts);
        } catch (RuntimeException e) {
            log.warn("The backups folder cannot be looked at", e);
            return TargetFolder.missing(texts.get("backup.last.unreadable"), texts);
        }
    }

    @EventListener
    void on(BackupEvent event) {
        switch (event) {
            case BackupEvent.Started started -> running.set(backupTexts.running(started.at()));
            case BackupEvent.Progressed progressed -> {
                // for BackupJobUpdates
            }
            case BackupEvent.Finished finished -> {
                running.set("");
                failure.set(LastFailureModel.NONE);
                refresh();
            }
            case BackupEvent.Failed failed -> {
                running.set("");
                failure.set(LastFailureModel.of(failed.reason(), failed.at(), backupTexts));
                refresh();
            }
        }
    }
}
