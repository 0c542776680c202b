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

/** Checks the pages of a copy, two tables at a time: each takes the next one that nobody has taken. */
final class ParallelQuickCheck {

    /** The table of tables, which has no entry of its own. */
    private static final String SCHEMA_TABLE = "sqlite_schema";

    private final Path file;
    private final RestorabilityCheck.Schema schema;
    private final ProgressMonitor watch;
    private final Queue<String> tables = new ConcurrentLinkedQueue<>();

    ParallelQuickCheck(Path file, RestorabilityCheck.Schema schema, ProgressMonitor watch) {
        this.file = file;
        this.schema = schema;
        this.watch = watch;
        tables.add(SCHEMA_TABLE);
        schema.objects().stream()
                .filter(SchemaObject::isTable)
                .map(SchemaObject::name)
                .forEach(tables::add);
    }

    /**
     * Checks them all, on this thread and another one.
     *
     * @param connection to the copy
     * @return what is wrong with a value, if anything is
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
            CheckedFutures.await(other);
        }
        NotRestorableException others = CheckedFutures.of(other);
        return value == null ? others : value;
    }

    private @Nullable NotRestorableException checkTables() {
        try (Connection connection = SqliteFiles.openUntrusted(file, watch)) {
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
