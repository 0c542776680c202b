package io.graphtracker.backup.ui;

import com.vaadin.flow.signals.Signal;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.SerialRefresh;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.LastBackup;
import io.graphtracker.signals.OrderedValueSignal;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What all open pages show of backups, wherever they were started: whether one is running, the last backup, the target
 * folder, and why the last attempt failed.
 *
 * @see "docs/decisions/2026-11-23-the-folder-is-the-record.md"
 */
@Component
class BackupActivity {

    private static final Logger log = LoggerFactory.getLogger(BackupActivity.class);

    private final BackupCatalog catalog;
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final SerialRefresh reading;
    private final OrderedValueSignal<String> running = new OrderedValueSignal<>("");
    private final OrderedValueSignal<LastBackupModel> last = new OrderedValueSignal<>(LastBackupModel.none(""));
    private final OrderedValueSignal<TargetFolderModel> folder = new OrderedValueSignal<>(TargetFolderModel.UNKNOWN);
    private final OrderedValueSignal<LastFailureModel> failure = new OrderedValueSignal<>(LastFailureModel.NONE);

    BackupActivity(BackupCatalog catalog, BackupTexts backupTexts, Texts texts, @BackupExecutor Executor executor) {
        this.catalog = catalog;
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.reading = new SerialRefresh(executor, number -> read());
    }

    /** Whether a backup is running; its progress is told by {@link BackupJobUpdates}. */
    Signal<Boolean> busy() {
        return running.map(text -> !text.isEmpty());
    }

    /** That a backup is running and since when; empty if none is. */
    Signal<String> running() {
        return running.asReadonly();
    }

    /** The last backup in the folder. */
    Signal<LastBackupModel> last() {
        return last.asReadonly();
    }

    /** The folder the next backup would be written to. */
    Signal<TargetFolderModel> folder() {
        return folder.asReadonly();
    }

    /** Why the last attempt failed, if it did. */
    Signal<LastFailureModel> failure() {
        return failure.asReadonly();
    }

    /** Reads the folder again, on another thread: other processes and people may have changed it. */
    void refresh() {
        reading.request();
    }

    private void read() {
        folder.set(target());
        last.set(lastBackup());
    }

    private LastBackupModel lastBackup() {
        try {
            return switch (catalog.last()) {
                case LastBackup.Found(CatalogEntry entry) -> LastBackupModel.of(entry, backupTexts, texts);
                case LastBackup.None(boolean damaged) ->
                    LastBackupModel.none(texts.get(damaged ? "backup.last.damaged" : "backup.last.none"));
            };
        } catch (BackupException e) {
            return e.problem().isFolderUnset()
                    ? LastBackupModel.none(texts.get("backup.last.no-folder"), texts.get("settings.backups.none"))
                    : LastBackupModel.none(
                            texts.get("backup.last.unknown", backupTexts.message(e)),
                            texts.get("settings.backups.unknown"));
        } catch (IOException | RuntimeException e) {
            log.warn("The backups folder cannot be read", e);
            return LastBackupModel.none(texts.get("backup.last.unreadable"));
        }
    }

    private TargetFolderModel target() {
        try {
            return TargetFolderModel.of(catalog.target(), texts);
        } catch (BackupException e) {
            return TargetFolderModel.missing(
                    e.problem().isFolderUnset() ? texts.get("settings.backups.folder.none") : backupTexts.message(e));
        } catch (RuntimeException e) {
            log.warn("The backups folder cannot be checked", e);
            return TargetFolderModel.missing(texts.get("backup.last.unreadable"));
        }
    }

    /** Another backup may be the last one now, for example since a check found damage. */
    @EventListener
    void on(CatalogChanged event) {
        refresh();
    }

    @EventListener
    void on(BackupEvent event) {
        switch (event) {
            case BackupEvent.Started started -> running.set(backupTexts.running(started.at()));
            case BackupEvent.Progressed progressed -> {
                // for BackupJobUpdates
            }
            case BackupEvent.Postponed postponed -> running.set("");
            case BackupEvent.Finished finished -> succeeded();
            case BackupEvent.Unchanged unchanged -> succeeded();
            case BackupEvent.Failed failed -> {
                running.set("");
                failure.set(LastFailureModel.of(failed.reason(), failed.at(), backupTexts));
                refresh();
            }
        }
    }

    private void succeeded() {
        running.set("");
        failure.set(LastFailureModel.NONE);
        refresh();
    }
}
