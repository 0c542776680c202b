package io.graphtracker.backup.schedule;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupResult;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogService;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one scheduled backup. If the database equals the newest verified backup, that one is verified again instead.
 *
 * @see "docs/decisions/2026-11-30-unchanged-databases.md"
 */
@Component
class ScheduledBackup {

    /** Who requested it, in the audit log. */
    static final String USER = "schedule";

    private static final Logger log = LoggerFactory.getLogger(ScheduledBackup.class);

    private final BackupService backups;
    private final BackupCatalog catalog;
    private final CatalogService service;

    ScheduledBackup(BackupService backups, BackupCatalog catalog, CatalogService service) {
        this.backups = backups;
        this.catalog = catalog;
        this.service = service;
    }

    /**
     * Makes it, which may take minutes.
     *
     * @return the backup that has the present content of the database, and whether it is new
     * @throws BackupException if none was made
     */
    BackupResult make() {
        BackupResult result = backups.backUpUnless(this::newestIfEqual, BackupKind.SCHEDULED, USER);
        return result.isNew() || isStillVerified(result.backup())
                ? result
                : new BackupResult(backups.backUp(BackupKind.SCHEDULED, USER), true);
    }

    private Optional<Backup> newestIfEqual(String sha256) throws IOException {
        return catalog.list()
                .newestVerified()
                .filter(newest -> !newest.inFuture())
                .map(newest -> new Backup(newest.file(), Objects.requireNonNull(newest.manifest())))
                .filter(newest -> newest.sha256().equals(sha256));
    }

    /** Whatever keeps it from being verified, a new one is better. */
    private boolean isStillVerified(Backup existing) {
        String name = existing.file().getFileName().toString();
        try {
            return service.verify(name, USER);
        } catch (BackupException e) {
            log.warn(
                    "{} equals the database, but could not be verified again ({}); a new backup is made",
                    name,
                    e.kind());
            return false;
        }
    }
}
