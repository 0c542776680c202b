package io.graphtracker.backup.watch;

import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds that the live database is empty although backups are not: after its file was lost, the application starts with a
 * new one.
 */
@Component
class EmptyDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmptyDatabase.class);

    /** One row is read. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseUrl database;
    private final List<DatabaseContents> contents;

    EmptyDatabase(DatabaseUrl database, ObjectProvider<DatabaseContents> contents) {
        this.database = database;
        this.contents = contents.orderedStream().toList();
    }

    /** Whether nothing that users know by name is in the live database, but is in a verified backup. */
    boolean isBesideFullBackup(Collection<CatalogEntry> entries) {
        return entries.stream().anyMatch(EmptyDatabase::isFull) && isLiveDatabaseEmpty();
    }

    private static boolean isFull(CatalogEntry entry) {
        return entry.isProven()
                && entry.manifest() != null
                && entry.manifest().contents().values().stream().anyMatch(count -> count > 0);
    }

    private boolean isLiveDatabaseEmpty() {
        if (contents.isEmpty() || !(database instanceof DatabaseUrl.Sqlite(Path live)) || !Files.exists(live)) {
            return false;
        }
        VerificationJob job = VerificationJob.unwatched();
        job.limitTo(PATIENCE);
        try (Connection present = SqliteFiles.openToRead(live, job)) {
            for (DatabaseContents part : contents) {
                try (DatabaseContents.Items items = part.items(present)) {
                    if (items.next() != null) {
                        return false;
                    }
                }
            }
            return true;
        } catch (SQLException e) {
            log.debug("The database cannot be read", e);
            return false;
        }
    }
}
