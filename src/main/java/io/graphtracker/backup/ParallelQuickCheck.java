package io.graphtracker.backup;

import io.graphtracker.database.sqlite.ProgressMonitor;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQLite's {@code quick_check} on the tables of a copy, on two threads: each takes the next table from a queue.
 *
 * @see "docs/decisions/2026-11-25-rows-of-the-live-database.md"
 */
final class ParallelQuickCheck {

    /** The table of tables, which has no row of its own. */
    private static final String SCHEMA_TABLE = "sqlite_schema";

    private final Path file;
    private final RestorabilityCheck.Schema schema;
    private final ProgressMonitor monitor;
    private final Queue<String> tables = new ConcurrentLinkedQueue<>();

    ParallelQuickCheck(Path file, RestorabilityCheck.Schema schema, ProgressMonitor monitor) {
        this.file = file;
        this.schema = schema;
        this.monitor = monitor;
        tables.add(SCHEMA_TABLE);
        schema.objects().stream()
                .filter(SchemaObject::isTable)
                .map(SchemaObject::name)
                .forEach(tables::add);
    }

    /**
     * Checks all tables, on this thread and another.
     *
     * @param connection to the copy
     * @return a value that its column does not allow; null if there is none
     * @throws BackupException {@code backup_unusable} if a page is damaged
     */
    @Nullable
    NotRestorableException run(Connection connection, Executor executor) throws IOException, SQLException {
        CompletableFuture<@Nullable NotRestorableException> other =
                CompletableFuture.supplyAsync(this::checkTables, executor);
        NotRestorableException value;
        try {
            value = checkTables(connection);
        } finally {
            CheckedFutures.awaitEnd(other);
        }
        NotRestorableException others = CheckedFutures.join(other);
        return value == null ? others : value;
    }

    private @Nullable NotRestorableException checkTables() {
        try (Connection connection = SqliteFiles.openUntrusted(file, monitor)) {
            return checkTables(connection);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private @Nullable NotRestorableException checkTables(Connection connection) throws SQLException {
        NotRestorableException first = null;
        for (String table = tables.poll(); table != null; table = tables.poll()) {
            NotRestorableException value = IntegrityCheck.quick(connection, table, schema.ours());
            first = first == null ? value : first;
        }
        return first;
    }
}
