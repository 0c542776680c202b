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

/** The file with the record, opened for each use, and never for longer than may be waited. What is in its place may be anything. */
final class AuditLogFile {

    /** The form written now; 0 was the first, with the same tables. */
    private static final int VERSION = 1;

    /** How many of SQLite's instructions pass between two looks at the clock. */
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

    /** Whether this process has seen it complete; somebody may have deleted it since. */
    private volatile boolean complete;

    AuditLogFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    boolean isThere() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Reads what is there; nothing is made. Empty if nobody has begun a record yet.
     *
     * @throws AuditLogException if it cannot be read
     */
    <T> Optional<T> read(Function<JdbcClient, T> work, Duration patience) throws AuditLogException {
        return use(record -> isBegun(record) ? Optional.of(work.apply(record)) : Optional.empty(), patience, false);
    }

    private static boolean isBegun(JdbcClient record) {
        return record.sql("select count(*) from sqlite_schema where name = 'operation'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Writes, and makes the record first if there is none.
     *
     * @throws AuditLogException if it cannot be written
     */
    <T> T write(Function<JdbcClient, T> work, Duration patience) throws AuditLogException {
        return use(work, patience, true);
    }

    private <T> T use(Function<JdbcClient, T> work, Duration patience, boolean writing) throws AuditLogException {
        try {
            requireFile();
            boolean make = writing && (!complete || !Files.exists(file));
            if (make) {
                PrivateFiles.createFolders(file.getParent());
                if (PrivateFiles.createIfAbsent(file)) {
                    PrivateFiles.giveToOwnerOfFolder(file);
                }
            }
            return open(work, patience, make);
        } catch (SQLException | IOException | RuntimeException e) {
            // perhaps another file took its place
            complete = false;
            AuditLogProblem problem = e instanceof AuditLogException known ? known.problem() : problem(e);
            if (writing && problem == AuditLogProblem.UNREADABLE && Files.isReadable(file)) {
                // it is its folder that takes no file for the change
                problem = AuditLogProblem.READ_ONLY;
            }
            throw new AuditLogException(problem, "The record " + file + " cannot be used: " + problem, e);
        }
    }

    /** A pipe would be waited at for ever. */
    private void requireFile() throws AuditLogException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new AuditLogException(AuditLogProblem.NOT_A_FILE, file + " is no file", null);
        }
    }

    private <T> T open(Function<JdbcClient, T> work, Duration patience, boolean make) throws IOException, SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // a file that vanishes at this moment must not come back open to all
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout((int) patience.toMillis());
        try (Connection connection = config.createConnection("jdbc:sqlite:" + SqliteUri.of(file))) {
            limit(connection, patience);
            JdbcClient record = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            requireOurs(connection);
            if (make) {
                makeSchema(connection, record);
                complete = true;
            }
            return work.apply(record);
        }
    }

    /** Nothing that is asked of it takes long, whatever was put in its place. */
    private static void limit(Connection connection, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        ProgressHandler.setHandler(connection, INSTRUCTIONS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - deadline > 0 ? 1 : 0;
            }
        });
    }

    private static void requireOurs(Connection connection) throws IOException, SQLException {
        if (number(connection, "pragma user_version") > VERSION) {
            throw new AuditLogException(AuditLogProblem.NEWER, "Its form is of a newer version", null);
        }
        // a view could be asked for ever
        if (number(connection, "select count(*) from sqlite_schema where name = 'operation' and type <> 'table'") > 0) {
            throw new AuditLogException(AuditLogProblem.NEWER, "It has something else in the place of its table", null);
        }
    }

    /** Only where something is missing: a record that may not be written can be read all the same. */
    private static void makeSchema(Connection connection, JdbcClient record) throws SQLException {
        if (number(connection, "pragma user_version") < VERSION) {
            SCHEMA.forEach(statement -> record.sql(statement).update());
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
            if (cause instanceof IllegalArgumentException) {
                // a word that this version does not know
                return AuditLogProblem.NEWER;
            }
        }
        return AuditLogProblem.OTHER;
    }

    /** @param code the primary one */
    private static AuditLogProblem problem(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> AuditLogProblem.DAMAGED;
            case SQLITE_BUSY, SQLITE_LOCKED -> AuditLogProblem.LOCKED;
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> AuditLogProblem.UNREADABLE;
            case SQLITE_READONLY -> AuditLogProblem.READ_ONLY;
            case SQLITE_FULL -> AuditLogProblem.FULL;
            case SQLITE_INTERRUPT -> AuditLogProblem.SLOW;
            // columns that are missing, or wanted
            case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH -> AuditLogProblem.NEWER;
            default -> AuditLogProblem.OTHER;
        };
    }
}
