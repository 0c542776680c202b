package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.catalog.CatalogService;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Begins to keep what a restore replaces. */
@Component
class FormerStates {

    private final BackupService backups;
    private final CatalogService catalog;
    private final KeptCopy copy;

    FormerStates(BackupService backups, CatalogService catalog, KeptCopy copy) {
        this.backups = backups;
        this.catalog = catalog;
        this.copy = copy;
    }

    /** @param by the name of the user who restores */
    FormerState of(Path database, String by) {
        return new FormerState(
                backups, catalog, backup -> backup.manifest().isRestorable(), copy::isReadable, database, by);
    }
}
