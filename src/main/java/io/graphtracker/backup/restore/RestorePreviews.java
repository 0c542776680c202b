package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.BackupVerifier;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.VerificationState;
import io.graphtracker.backup.restore.RestorePreview.Compared;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Compares a backup with the database in use. */
@Component
class RestorePreviews {

    private static final Logger log = LoggerFactory.getLogger(RestorePreviews.class);

    /** How long to count what is in use, for which a large database takes a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BackupCatalog catalog;
    private final CatalogService backups;
    private final BackupVerifier check;
    private final List<DatabaseContents> contents;
    private final Duration patience;

    @Autowired
    RestorePreviews(
            BackupCatalog catalog,
            CatalogService backups,
            BackupVerifier check,
            ObjectProvider<DatabaseContents> contents) {
        this(catalog, backups, check, contents, PATIENCE);
    }

    /** @param patience how long to read the database in use */
    RestorePreviews(
            BackupCatalog catalog,
            CatalogService backups,
            BackupVerifier check,
            ObjectProvider<DatabaseContents> contents,
            Duration patience) {
        this.catalog = catalog;
        this.backups = backups;
        this.check = check;
        this.contents = contents.orderedStream().toList();
        this.patience = patience;
    }

    /**
     * Checks a backup and compares it.
     *
     * @param run told how far the check is, and asked whether to go on
     * @throws BackupException if it cannot be restored
     */
    RestorePreview of(Path database, String name, VerificationJob run) throws IOException {
        CatalogEntry entry = catalog.find(name);
        switch (entry.state()) {
            case VerificationState.Broken(String reason) -> throw BackupException.ofStored(reason);
            case VerificationState.Foreign(String reason) -> throw BackupException.ofStored(reason);
            case VerificationState.Proven proven -> {}
            // what could not be restored by an older version may be by this one
            case VerificationState.NotRestorable fault -> {}
            case VerificationState.Unchecked unchecked -> {}
        }
        BackupVerifier.Passed passed = backups.check(entry, run);
        return compare(new RestoreSource.OfBackup(entry), passed.sha256(), entry.file(), database, run);
    }

    /** Compares a file, which nobody changes meanwhile, with the database in use. */
    RestorePreview compare(RestoreSource source, String sha256, Path file, Path database, VerificationJob run)
            throws IOException {
        try (Connection there = SqliteFiles.openUntrusted(file, run)) {
            RestorePreview preview = compared(source, sha256, there, database);
            // what could not be compared is said to be so; that is not so of what was stopped
            run.throwIfCancelled();
            return preview;
        } catch (SQLException e) {
            run.throwIfCancelled();
            throw new IOException("The backup cannot be read", e);
        }
    }

    /** A database in use that cannot be read is a good reason for a restore, not against it. */
    private RestorePreview compared(RestoreSource source, String sha256, Connection there, Path database) {
        Map<String, Long> used = Map.of();
        if (Files.exists(database)) {
            // it may be as strange as any file, for example have a view that never ends
            VerificationJob run = VerificationJob.unwatched();
            run.limitTo(patience);
            try (Connection now = SqliteFiles.open(database, run)) {
                used = check.counts(now);
                ContentsComparison comparison = ContentsComparison.of(contents, there, now);
                if (!run.isCancelled()) {
                    return preview(source, sha256, Compared.YES, there, used, comparison);
                }
            } catch (SQLException e) {
                log.warn("The database in use cannot be compared", e);
            }
            if (run.isCancelled()) {
                return preview(source, sha256, Compared.OVERDUE, there, Map.of(), new ContentsComparison());
            }
        }
        try {
            ContentsComparison comparison = ContentsComparison.of(contents, there, null);
            return preview(source, sha256, Compared.UNREADABLE, there, Map.of(), comparison);
        } catch (SQLException e) {
            log.debug("{} is of an older schema", source.name(), e);
            return preview(source, sha256, Compared.OLDER, there, used, new ContentsComparison());
        }
    }

    private RestorePreview preview(
            RestoreSource source,
            String sha256,
            Compared compared,
            Connection there,
            Map<String, Long> used,
            ContentsComparison comparison) {
        return new RestorePreview(
                source,
                sha256,
                compared,
                check.counts(there),
                used,
                comparison.lost(),
                comparison.reverted(),
                comparison.broughtBack());
    }
}
