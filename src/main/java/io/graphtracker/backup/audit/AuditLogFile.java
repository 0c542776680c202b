package io.graphtracker.backup.audit;

import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteUri;
import io.graphtracker.environment.PrivateFiles;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * The database file of the audit log, opened for each use, with a time limit: there may be anything in its place.
 *
 * @see "docs/decisions/2026-11-25-checks-that-end.md"
 */
final class AuditLogFile {

    /** The version of the schema; 0 was the first, with the same tables. */
    private static final int VERSION = 1;

    /** The number of SQLite's instructions between two checks of the time limit. */
    private static final int INSTRUCTIONS = 10_000;

    private static final List<String> SCHEMA = List.of("""
            create table if not exists operation (
                number        integer primary key autoincrement,
                id            text    not null unique,
                at_millis     integer not null,
                kind          text    not null,
                backup        text    not null,
                user_name     text    not null,
                problem       text,
                detail        text    not null,
                safety_backup text
            )""", """
            create trigger if not exists operation_is_never_changed before update on operation
            begin select raise(abort, 'the record of operations is only added to'); end""", """
            create trigger if not exists operation_is_never_deleted before delete on operation
            begin select raise(abort, 'the record of operations is only added to'); end""", """
            create trigger if not exists operation_is_never_replaced before insert on operation
            when exists (select 1 from operation where id = new.id or number = new.number)
            begin select raise(ignore); end""", "pragma user_version = " + VERSION);

    private final Path file;

    /** Whether this process knows that the schema is complete; somebody may have deleted the file since. */
    private volatile boolean complete;

    AuditLogFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Reads, without creating anything; empty if there is no audit log yet.
     *
     * @throws AuditLogException if it cannot be read
     */
    <T> Optional<T> read(Function<JdbcClient, T> work, Duration timeout) throws AuditLogException {
        return use(client -> hasTable(client) ? Optional.of(work.apply(client)) : Optional.empty(), timeout, false);
    }

    private static boolean hasTable(JdbcClient client) {
        return client.sql("select count(*) from sqlite_schema where name = 'operation'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Writes, and creates the audit log first if there is none.
     *
     * @throws AuditLogException if it cannot be written
     */
    <T> T write(Function<JdbcClient, T> work, Duration timeout) throws AuditLogException {
        return use(work, timeout, true);
    }

    private <T> T use(Function<JdbcClient, T> work, Duration timeout, boolean writing) throws AuditLogException {
        try {
            requireFile();
            boolean create = writing && (!complete || !Files.exists(file));
            if (create) {
                PrivateFiles.createFolders(PrivateFiles.folderOf(file));
                if (PrivateFiles.createIfAbsent(file)) {
                    PrivateFiles.giveToOwnerOfFolder(file);
                }
            }
            return open(work, timeout, create);
        } catch (SQLException | IOException | RuntimeException e) {
            // the file may have been replaced
            complete = false;
            AuditLogProblem problem = e instanceof AuditLogException known ? known.problem() : problem(e);
            if (writing && problem == AuditLogProblem.UNREADABLE && Files.isReadable(file)) {
                // the folder does not allow SQLite to create its journal
                problem = AuditLogProblem.READ_ONLY;
            }
            throw new AuditLogException(problem, "The audit log " + file + " cannot be used: " + problem, e);
        }
    }

    /** Opening a pipe would block for ever. */
    private void requireFile() throws AuditLogException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new AuditLogException(AuditLogProblem.NOT_A_FILE, file + " is no file", null);
        }
    }

    private <T> T open(Function<JdbcClient, T> work, Duration timeout, boolean create)
            throws IOException, SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // a file that vanishes at this moment must not be created anew, readable by everybody
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout((int) timeout.toMillis());
        try (Connection connection = config.createConnection("jdbc:sqlite:" + SqliteUri.of(file))) {
            limit(connection, timeout);
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            requireOurs(connection);
            if (create) {
                createSchema(connection, client);
                complete = true;
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
        if (number(connection, "pragma user_version") > VERSION) {
            throw new AuditLogException(AuditLogProblem.NEWER, "Its schema is of a newer version", null);
        }
        // querying a view may never end
        if (number(connection, "select count(*) from sqlite_schema where name = 'operation' and type <> 'table'") > 0) {
            throw new AuditLogException(AuditLogProblem.NEWER, "It has something else in the place of its table", null);
        }
    }

    /** Only where something is missing: a read-only audit log can still be read. */
    private static void createSchema(Connection connection, JdbcClient client) throws SQLException {
        if (number(connection, "pragma user_version") < VERSION) {
            SCHEMA.forEach(statement -> client.sql(statement).update());
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getLong(1);
        }
    }

    private static AuditLogProblem problem(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return problem(SqliteErrors.primaryCode(sqlite));
            }
            if (cause instanceof AccessDeniedException) {
                return AuditLogProblem.UNREADABLE;
            }
        }
        return AuditLogProblem.OTHER;
    }

    /** @param code a primary result code */
    private static AuditLogProblem problem(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> AuditLogProblem.DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> AuditLogProblem.LOCKED;
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> AuditLogProblem.UNREADABLE;
            case SQLITE_READONLY -> AuditLogProblem.READ_ONLY;
            case SQLITE_FULL -> AuditLogProblem.FULL;
            case SQLITE_INTERRUPT -> AuditLogProblem.SLOW;
            // other columns
            case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH -> AuditLogProblem.NEWER;
            default -> AuditLogProblem.OTHER;
        };
    }
}
