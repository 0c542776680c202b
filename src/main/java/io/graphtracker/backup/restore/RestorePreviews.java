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
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Checks backups, and compares them with the live database.
 *
 * @see "docs/decisions/2026-11-25-checks-that-end.md"
 */
@Component
class RestorePreviews {

    private static final Logger log = LoggerFactory.getLogger(RestorePreviews.class);

    /** How long to read the live database; a large one takes a second. */
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

    /** @param patience how long to read the live database */
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
     * @param job told of the progress, and asked whether to go on
     * @throws BackupException if it cannot be restored
     */
    RestorePreview of(Path database, String name, VerificationJob job) throws IOException {
        CatalogEntry entry = catalog.find(name);
        requireUsable(entry);
        return compare(entry, backups.check(entry, job), database, job);
    }

    /** The same for a backup that is not in the folder, beside which nothing is written. */
    RestorePreview of(Path database, CatalogEntry file, VerificationJob job) throws IOException {
        requireUsable(file);
        return compare(file, check.check(file.file(), file.manifest(), job), database, job);
    }

    private static void requireUsable(CatalogEntry entry) {
        switch (entry.state()) {
            case VerificationState.Broken(String reason) -> throw BackupException.ofStored(reason);
            case VerificationState.Foreign(String reason) -> throw BackupException.ofStored(reason);
            case VerificationState.Proven proven -> {}
            // what could not be restored by an older version may be by this one
            case VerificationState.NotRestorable fault -> {}
            case VerificationState.Unchecked unchecked -> {}
        }
    }

    private RestorePreview compare(CatalogEntry entry, BackupVerifier.Passed passed, Path database, VerificationJob job)
            throws IOException {
        return compare(new RestoreSource.OfBackup(entry), passed.sha256(), entry.file(), database, job);
    }

    /** Compares a file that does not change meanwhile with the live database. */
    RestorePreview compare(RestoreSource source, String sha256, Path file, Path database, VerificationJob job)
            throws IOException {
        try (Connection inBackup = SqliteFiles.openUntrusted(file, job)) {
            RestorePreview preview = compared(source, sha256, inBackup, database);
            // a failed comparison is part of the preview; a cancelled one is not
            job.throwIfCancelled();
            return preview;
        } catch (SQLException e) {
            job.throwIfCancelled();
            throw new IOException("The backup cannot be read", e);
        }
    }

    /** An unreadable live database is a reason for a restore, not against it. */
    private RestorePreview compared(RestoreSource source, String sha256, Connection inBackup, Path database) {
        Map<String, Long> used = Map.of();
        boolean exists = Files.exists(database);
        if (exists) {
            // it may be as strange as any file, for example have a view that never ends
            VerificationJob job = VerificationJob.unwatched();
            job.limitTo(patience);
            try (Connection current = SqliteFiles.open(database, job)) {
                used = check.counts(current);
                ContentsComparison comparison = ContentsComparison.of(contents, inBackup, current);
                if (!job.isCancelled()) {
                    return preview(source, sha256, Compared.YES, inBackup, used, comparison);
                }
            } catch (SQLException e) {
                log.warn("The database in use cannot be compared", e);
            }
            if (job.isCancelled()) {
                return preview(source, sha256, Compared.OVERDUE, inBackup, Map.of(), new ContentsComparison());
            }
        }
        try {
            ContentsComparison comparison = ContentsComparison.of(contents, inBackup, null);
            return preview(
                    source, sha256, exists ? Compared.UNREADABLE : Compared.MISSING, inBackup, Map.of(), comparison);
        } catch (SQLException e) {
            log.debug("{} is of an older schema", source.name(), e);
            return preview(source, sha256, Compared.OLDER, inBackup, used, new ContentsComparison());
        }
    }

    private RestorePreview preview(
            RestoreSource source,
            String sha256,
            Compared compared,
            Connection inBackup,
            Map<String, Long> used,
            ContentsComparison comparison) {
        Map<String, Long> counts = check.counts(inBackup);
        return new RestorePreview(
                source.request(),
                source,
                sha256,
                compared,
                counts,
                compared == Compared.MISSING ? none(counts.keySet()) : used,
                comparison.lost(),
                comparison.reverted(),
                comparison.restored());
    }

    private static Map<String, Long> none(Set<String> kinds) {
        return kinds.stream().collect(Collectors.toMap(kind -> kind, kind -> 0L));
    }
}
