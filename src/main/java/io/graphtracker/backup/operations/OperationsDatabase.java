package io.graphtracker.backup.operations;

import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteUri;
import io.graphtracker.environment.PrivateFiles;
import io.graphtracker.environment.ProjectRoot;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * The database file {@value #FILE} under the project root, opened for each use, with a time limit: there may be anything
 * in its place. It is migrated when it is first written to, so that a read-only one can still be read.
 *
 * @see "docs/decisions/2026-11-25-checks-that-end.md"
 */
@Component
public class OperationsDatabase {

    /** The path of the file, relative to the project root. */
    public static final String FILE = "instance/operations.db";

    /** How long an operation usually waits for another process that is writing. */
    public static final Duration WRITE_TIMEOUT = Duration.ofSeconds(2);

    /** The same for reading, which a page waits for. */
    public static final Duration READ_TIMEOUT = Duration.ofMillis(500);

    /** The number of SQLite's instructions between two checks of the time limit. */
    private static final int INSTRUCTIONS = 10_000;

    private final Path file;

    public OperationsDatabase(ProjectRoot root) {
        this.file = root.resolve(Path.of(FILE));
    }

    /** The absolute path of the file. */
    public Path file() {
        return file;
    }

    /**
     * Reads a table, without creating anything; empty if there is no such table yet.
     *
     * @param timeout how long to wait for another process
     * @throws OperationsDatabaseException if it cannot be read
     */
    public <T> Optional<T> read(String table, Function<JdbcClient, T> work, Duration timeout)
            throws OperationsDatabaseException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return use(
                client -> hasTable(client, table) ? Optional.of(work.apply(client)) : Optional.empty(), timeout, false);
    }

    private static boolean hasTable(JdbcClient client, String table) {
        return client.sql("select count(*) from sqlite_schema where name = ?")
                        .param(table)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Writes, and creates or migrates the database first if need be.
     *
     * @param timeout how long to wait for another process
     * @throws OperationsDatabaseException if it cannot be written
     */
    public <T> T write(Function<JdbcClient, T> work, Duration timeout) throws OperationsDatabaseException {
        return use(work, timeout, true);
    }

    private <T> T use(Function<JdbcClient, T> work, Duration timeout, boolean writing)
            throws OperationsDatabaseException {
        try {
            requireFile();
            if (writing && !Files.exists(file)) {
                PrivateFiles.createFolders(PrivateFiles.folderOf(file));
                if (PrivateFiles.createIfAbsent(file)) {
                    PrivateFiles.giveToOwnerOfFolder(file);
                }
            }
            return open(work, timeout, writing);
        } catch (SQLException | IOException | RuntimeException e) {
            OperationsDatabaseProblem problem =
                    e instanceof OperationsDatabaseException known ? known.problem() : problem(e);
            if (writing && problem == OperationsDatabaseProblem.UNREADABLE && Files.isReadable(file)) {
                // the folder does not allow SQLite to create its journal
                problem = OperationsDatabaseProblem.READ_ONLY;
            }
            throw new OperationsDatabaseException(
                    problem, "The operations database " + file + " cannot be used: " + problem, e);
        }
    }

    /** Opening a pipe would block for ever. */
    private void requireFile() throws OperationsDatabaseException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new OperationsDatabaseException(OperationsDatabaseProblem.NOT_A_FILE, file + " is no file", null);
        }
    }

    private <T> T open(Function<JdbcClient, T> work, Duration timeout, boolean writing)
            throws IOException, SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // a file that vanishes at this moment must not be created anew, readable by everybody
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout((int) timeout.toMillis());
        try (Connection connection = config.createConnection("jdbc:sqlite:" + SqliteUri.of(file))) {
            limit(connection, timeout);
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            requireOurs(connection);
            if (writing) {
                // each time: somebody may have replaced the file, or just have created it
                OperationsSchema.migrate(connection);
            }
            return work.apply(client);
        }
    }

    /** No query takes long, whatever was put in its place. */
    private static void limit(Connection connection, Duration timeout) throws SQLException {
        long deadline = System.nanoTime() + timeout.toNanos();
        ProgressHandler.setHandler(connection, INSTRUCTIONS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - deadline > 0 ? 1 : 0;
            }
        });
    }

    private static void requireOurs(Connection connection) throws IOException, SQLException {
        if (OperationsSchema.version(connection) > OperationsSchema.VERSION) {
            throw new OperationsDatabaseException(
                    OperationsDatabaseProblem.NEWER, "Its schema is of a newer version", null);
        }
        // querying a view may never end
        try (Statement statement = connection.createStatement();
                ResultSet views = statement.executeQuery("select 1 from sqlite_schema where type = 'view' limit 1")) {
            if (views.next()) {
                throw new OperationsDatabaseException(
                        OperationsDatabaseProblem.NEWER, "It has views, which are not ours", null);
            }
        }
    }

    private static OperationsDatabaseProblem problem(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return problem(SqliteErrors.primaryCode(sqlite));
            }
            if (cause instanceof AccessDeniedException) {
                return OperationsDatabaseProblem.UNREADABLE;
            }
        }
        return OperationsDatabaseProblem.OTHER;
    }

    /** @param code a primary result code */
    private static OperationsDatabaseProblem problem(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> OperationsDatabaseProblem.DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> OperationsDatabaseProblem.LOCKED;
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> OperationsDatabaseProblem.UNREADABLE;
            case SQLITE_READONLY -> OperationsDatabaseProblem.READ_ONLY;
            case SQLITE_FULL -> OperationsDatabaseProblem.FULL;
            case SQLITE_INTERRUPT -> OperationsDatabaseProblem.SLOW;
            // other columns
            case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH -> OperationsDatabaseProblem.NEWER;
            default -> OperationsDatabaseProblem.OTHER;
        };
    }
}
