package io.graphtracker.backup.schedule;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupResult;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.catalog.UnrepeatedBackups;
import org.springframework.stereotype.Component;

/** Makes one scheduled backup. If the database equals the newest verified backup, that one is verified again instead. */
@Component
class ScheduledBackup {

    /** Who requested it, in the audit log. */
    static final String USER = "schedule";

    private final UnrepeatedBackups backups;

    ScheduledBackup(UnrepeatedBackups backups) {
        this.backups = backups;
    }

    /**
     * Makes it, which may take minutes.
     *
     * @return the backup that has the present content of the database, and whether it is new
     * @throws BackupException if none was made
     */
    BackupResult make() {
        return backups.make(BackupKind.SCHEDULED, USER, Catalog::newestVerified);
    }
}
