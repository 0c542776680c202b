package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.catalog.CatalogService;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Begins to keep what a restore replaces. */
@Component
class SafetyBackups {

    private final BackupService backups;
    private final CatalogService catalog;
    private final FormerDatabaseCopy copy;
    private final DatabaseHealth health;

    SafetyBackups(BackupService backups, CatalogService catalog, FormerDatabaseCopy copy, DatabaseHealth health) {
        this.backups = backups;
        this.catalog = catalog;
        this.copy = copy;
        this.health = health;
    }

    /** @param by the name of the user who restores */
    SafetyBackup of(Path database, String by) {
        return new SafetyBackup(
                backups,
                catalog,
                backup -> backup.manifest().isRestorable(),
                health::isUndamaged,
                // what takes too long is kept all the same, and not promised to be put back
                file -> copy.isReadable(file, health.limited(file)),
                database,
                by);
    }
}
