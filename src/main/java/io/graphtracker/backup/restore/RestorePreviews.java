package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.CheckRun;
import io.graphtracker.backup.SqliteFiles;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.CheckState;
import io.graphtracker.backup.catalog.FileCheck;
import io.graphtracker.environment.DatabaseContents;
import io.graphtracker.environment.DatabaseContents.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Compares a backup with the database in use. */
@Component
class RestorePreviews {

    private static final Logger log = LoggerFactory.getLogger(RestorePreviews.class);

    /** How long to count what is in use, for which a large database takes a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BackupCatalog catalog;
    private final CatalogService backups;
    private final FileCheck check;
    private final List<DatabaseContents> contents;

    RestorePreviews(
            BackupCatalog catalog, CatalogService backups, FileCheck check, ObjectProvider<DatabaseContents> contents) {
        this.catalog = catalog;
        this.backups = backups;
        this.check = check;
        this.contents = contents.orderedStream().toList();
    }

    /** What one of the two databases holds. */
    private record Side(Map<String, Long> counts, Map<String, Item> items) {

        List<String> namesOf(Map<String, Item> others, BiPredicate<Item, Item> which) {
            return items.values().stream()
                    .filter(item -> which.test(item, others.get(item.id())))
                    .map(Item::name)
                    .toList();
        }
    }

    /**
     * Checks a backup and compares it.
     *
     * @param run told how far the check is, and asked whether to go on
     * @throws BackupException if it cannot be restored
     */
    RestorePreview of(Path database, String name, CheckRun run) throws IOException {
        CatalogEntry entry = catalog.find(name);
        switch (entry.state()) {
            case CheckState.Broken(String reason) ->
                throw BackupException.ofKind(BackupProblem.BACKUP_UNUSABLE, reason, null);
            case CheckState.Foreign(String reason) ->
                throw BackupException.ofKind(BackupProblem.BACKUP_UNUSABLE, reason, null);
            case CheckState.Proven proven -> {}
            // what could not be restored by an older version may be by this one
            case CheckState.NotRestorable fault -> {}
            case CheckState.Unchecked unchecked -> {}
        }
        FileCheck.Passed passed = backups.check(entry, run);
        Side there = there(entry.file(), run);
        Side now = now(database);
        return new RestorePreview(
                entry,
                passed.sha256(),
                there.counts(),
                now.counts(),
                now.namesOf(there.items(), (item, other) -> other == null),
                now.namesOf(
                        there.items(),
                        (item, other) -> other != null && !other.version().equals(item.version())),
                there.namesOf(now.items(), (item, other) -> other == null));
    }

    private Side there(Path file, CheckRun run) throws IOException {
        try (Connection connection = SqliteFiles.openUntrusted(file, run)) {
            return side(connection);
        } catch (SQLException e) {
            run.throwIfCancelled();
            throw new IOException("The backup cannot be read", e);
        }
    }

    /** A database that cannot be read is a good reason for a restore, not against it. */
    private Side now(Path database) {
        if (!Files.exists(database)) {
            return new Side(Map.of(), Map.of());
        }
        // it may be as strange as any file, for example have a view that never ends
        CheckRun run = CheckRun.alone();
        run.limitTo(PATIENCE);
        try (Connection connection = SqliteFiles.open(database, run)) {
            return side(connection);
        } catch (SQLException e) {
            log.warn("The database in use cannot be counted", e);
            return new Side(Map.of(), Map.of());
        }
    }

    private Side side(Connection connection) {
        Map<String, Item> items = new LinkedHashMap<>();
        try {
            for (DatabaseContents part : contents) {
                part.items(connection).forEach(item -> items.put(item.id(), item));
            }
        } catch (SQLException e) {
            log.debug("The projects cannot be listed: damaged, or of an older schema", e);
        }
        return new Side(check.counts(connection), items);
    }
}
