package io.graphtracker.backup.schedule.ui;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.schedule.BackupScheduler;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.ScheduleTexts;
import io.graphtracker.database.DatabaseUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Loads what pages show of the schedule. Blocking disk access: never call it on a page's thread. */
@Component
public class ScheduleModelLoader {

    private static final Logger log = LoggerFactory.getLogger(ScheduleModelLoader.class);

    private final DatabaseUrl database;
    private final ScheduleService service;
    private final BackupScheduler scheduler;
    private final BackupCatalog catalog;
    private final BackupTexts backupTexts;
    private final ScheduleTexts texts;

    ScheduleModelLoader(
            DatabaseUrl database,
            ScheduleService service,
            BackupScheduler scheduler,
            BackupCatalog catalog,
            BackupTexts backupTexts,
            ScheduleTexts texts) {
        this.database = database;
        this.service = service;
        this.scheduler = scheduler;
        this.catalog = catalog;
        this.backupTexts = backupTexts;
        this.texts = texts;
    }

    /** Never fails because of the operations database or the folder: the model tells. */
    public ScheduleModel load() {
        if (!(database instanceof DatabaseUrl.Sqlite)) {
            return new ScheduleModel.Unsupported();
        }
        try {
            return new ScheduleModel.Loaded(
                    service.state().orElse(null),
                    scheduler.problem().map(texts::problem).orElse(""),
                    folder());
        } catch (OperationsDatabaseException e) {
            log.debug("The schedule cannot be read", e);
            String problem = texts.problem(e.problem());
            return e.problem().mayPass()
                    ? new ScheduleModel.Busy(problem, scheduler.problem().isPresent())
                    : new ScheduleModel.Failed(problem);
        }
    }

    private String folder() {
        try {
            catalog.target();
            return "";
        } catch (BackupException e) {
            return backupTexts.message(e) + " " + backupTexts.hint(e);
        }
    }
}
