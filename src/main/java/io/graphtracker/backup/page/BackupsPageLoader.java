package io.graphtracker.backup.page;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.retention.ui.RetentionModel;
import io.graphtracker.backup.retention.ui.RetentionModelLoader;
import io.graphtracker.backup.schedule.ui.ScheduleModel;
import io.graphtracker.backup.schedule.ui.ScheduleModelLoader;
import io.graphtracker.backup.ui.TargetFolderModel;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.SafetyReader;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads all that the Backups page shows. Blocking disk access: never call it on a page's thread. */
@Component
class BackupsPageLoader {

    /** The most entries of the audit log that a page shows. */
    static final int MOST_ENTRIES = 200;

    private static final Logger log = LoggerFactory.getLogger(BackupsPageLoader.class);

    private final BackupCatalog catalog;
    private final SafetyReader safety;
    private final ScheduleModelLoader schedules;
    private final RestoreService restores;
    private final RetentionModelLoader retention;
    private final AuditLog auditLog;
    private final AtomicReference<@Nullable OperationsDatabaseProblem> toldProblem = new AtomicReference<>();
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Clock clock;

    BackupsPageLoader(
            BackupCatalog catalog,
            SafetyReader safety,
            ScheduleModelLoader schedules,
            RestoreService restores,
            RetentionModelLoader retention,
            AuditLog auditLog,
            BackupTexts backupTexts,
            Texts texts,
            Clock clock) {
        this.catalog = catalog;
        this.safety = safety;
        this.schedules = schedules;
        this.restores = restores;
        this.retention = retention;
        this.auditLog = auditLog;
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /** Never fails: the model tells what cannot be loaded. */
    BackupsPageModel load(long number) {
        try {
            CatalogModel model = catalog();
            // a folder that cannot be listed has no undo, and would only be logged once more
            boolean listed = model instanceof CatalogModel.Loaded;
            return new BackupsPageModel(
                    number,
                    model,
                    safety.read(),
                    schedules.load(),
                    listed ? restores.undoOffer().orElse(null) : null,
                    retention.load(),
                    restores.formerDatabases(),
                    auditLog());
        } catch (RuntimeException | Error e) {
            // an Error too: pages would otherwise wait for ever
            log.warn("The backups cannot be loaded", e);
            return new BackupsPageModel(
                    number,
                    unreadable(),
                    DataSafety.UNREAD.unreadable(Instant.now(clock)),
                    new ScheduleModel.Failed(texts.get("schedule.unreadable")),
                    null,
                    RetentionModel.OFF,
                    List.of(),
                    AuditLogModel.UNKNOWN);
        }
    }

    private CatalogModel catalog() {
        try {
            Catalog listed = catalog.list();
            return new CatalogModel.Loaded(listed, folder(listed));
        } catch (BackupException e) {
            return new CatalogModel.Failed(
                    backupTexts.message(e),
                    backupTexts.hint(e),
                    e.problem().category() != BackupProblem.Category.UNSUPPORTED,
                    e.problem().isFolderUnset());
        } catch (IOException e) {
            log.warn("The backups folder cannot be read", e);
            return unreadable();
        }
    }

    private TargetFolderModel folder(Catalog listed) {
        try {
            return TargetFolderModel.of(catalog.target(), texts);
        } catch (BackupException e) {
            return TargetFolderModel.unusable(listed.folder().toString(), backupTexts.message(e));
        }
    }

    private CatalogModel unreadable() {
        return new CatalogModel.Failed(
                texts.get("backups.unreadable"), texts.get("backups.unreadable.hint"), true, false);
    }

    private AuditLogModel auditLog() {
        try {
            List<AuditEntry> entries = auditLog.latest(MOST_ENTRIES);
            toldProblem.set(null);
            return new AuditLogModel(entries, null, auditLog.unrecorded().orElse(null));
        } catch (OperationsDatabaseException e) {
            log(e);
            return new AuditLogModel(null, e.problem(), auditLog.unrecorded().orElse(null));
        }
    }

    /** Once until it changes: each page loads whenever its window gets the focus. */
    private void log(OperationsDatabaseException reason) {
        if (toldProblem.getAndSet(reason.problem()) == reason.problem()) {
            return;
        }
        if (reason.problem() == OperationsDatabaseProblem.OTHER) {
            log.warn("The audit log cannot be read", reason);
        } else {
            log.warn("The audit log cannot be read: {}", reason.getMessage());
        }
    }
}
