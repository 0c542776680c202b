package io.graphtracker.backup.catalog;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupResult;
import io.graphtracker.backup.BackupService;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes backups that repeat none: if the database equals a certain one, that one is verified again instead.
 *
 * @see "docs/decisions/2026-11-30-unchanged-databases.md"
 */
@Component
public class UnrepeatedBackups {

    private static final Logger log = LoggerFactory.getLogger(UnrepeatedBackups.class);

    private final BackupService backups;
    private final BackupCatalog catalog;
    private final CatalogService service;

    UnrepeatedBackups(BackupService backups, BackupCatalog catalog, CatalogService service) {
        this.backups = backups;
        this.catalog = catalog;
        this.service = service;
    }

    /**
     * Makes one, which may take minutes.
     *
     * @param candidate selects the verified backup that the database may equal
     * @param user who requested it, in the audit log
     * @return the backup that has the present content of the database, and whether it is new
     * @throws BackupException if none was made
     */
    public BackupResult make(BackupKind kind, String user, Function<Catalog, Optional<CatalogEntry>> candidate) {
        BackupResult result = backups.backUpUnless(sha256 -> equal(candidate, sha256), kind, user);
        return result.isNew() || isStillVerified(result.backup(), user)
                ? result
                : new BackupResult(backups.backUp(kind, user), true);
    }

    private Optional<Backup> equal(Function<Catalog, Optional<CatalogEntry>> candidate, String sha256)
            throws IOException {
        return candidate
                .apply(catalog.list())
                .filter(entry -> !entry.inFuture())
                .map(entry -> new Backup(entry.file(), Objects.requireNonNull(entry.manifest())))
                .filter(backup -> backup.sha256().equals(sha256));
    }

    /** Whatever keeps it from being verified, a new one is better. */
    private boolean isStillVerified(Backup existing, String user) {
        String name = existing.file().getFileName().toString();
        try {
            return service.verify(name, user);
        } catch (BackupException e) {
            log.warn(
                    "{} equals the database, but could not be verified again ({}); a new backup is made",
                    name,
                    e.kind());
            return false;
        }
    }
}
