package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.catalog.CatalogService;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Makes a {@link SafetyBackup} for each restore. */
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

    /** @param user the name of the user who restores */
    SafetyBackup of(Path database, String user) {
        return new SafetyBackup(
                backups,
                catalog,
                backup -> backup.manifest().isRestorable(),
                health::isUndamaged,
                // a database that takes too long to read is kept all the same, but no undo is offered
                file -> copy.isReadable(file, health.limited(file)),
                database,
                user);
    }
}
