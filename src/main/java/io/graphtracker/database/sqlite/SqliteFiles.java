package io.graphtracker.database.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/** Opens SQLite files on connections of their own. */
public final class SqliteFiles {

    /**
     * In KiB, which SQLite writes as a negative number. A copy reads each page once: a small cache fits into that of
     * the processor, and made a copy of 1 GB 6% faster than SQLite's default of 2 MB; 16 MB made it 10% slower.
     */
    private static final int CACHE_SIZE = -100;

    /** In KiB, negative as above. Checks scan tables and indexes in order, and read each page once. */
    private static final int CHECK_CACHE_SIZE = -2 * 1024;

    /** Far more than our schema needs, and far too little to exhaust the memory of the machine. */
    private static final Map<SQLiteLimits, Integer> LIMITS = Map.of(
            SQLiteLimits.SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024,
            SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 200,
            SQLiteLimits.SQLITE_LIMIT_COMPOUND_SELECT, 10,
            SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000,
            SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0,
            SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0);

    /** How long to wait for another program to close a database. */
    private static final int ALONE_TIMEOUT_MILLIS = 1_000;

    private SqliteFiles() {}

    /**
     * Opens a database that may be in use. A missing file is an error: by default the driver would create an empty
     * database, which would then be backed up.
     */
    public static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(Math.toIntExact(DatabaseTimeouts.DEFAULT.lock().toMillis()));
        config.setCacheSize(CACHE_SIZE);
        return config.createConnection("jdbc:sqlite:" + SqliteUri.of(file));
    }

    /**
     * Whether no other connection has a database open, in this process or another; only of one in WAL mode. Its content is
     * not changed.
     *
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_locking_mode">PRAGMA locking_mode</a>
     */
    public static boolean isOpenNowhereElse(Path file) throws SQLException {
        try (Connection connection = open(file)) {
            execute(connection, "PRAGMA busy_timeout = " + ALONE_TIMEOUT_MILLIS);
            execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            execute(connection, "BEGIN EXCLUSIVE");
            execute(connection, "ROLLBACK");
            return true;
        } catch (SQLException e) {
            if (SqliteErrors.isLocked(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Opens a database that may be in use; statements on the connection can be cancelled. */
    public static Connection open(Path file, ProgressMonitor watch) throws SQLException {
        return prepared(open(file), connection -> SqliteProgress.watch(connection, watch));
    }

    /**
     * Opens an untrusted file that nobody writes: functions in its schema are not run, pages are validated when they
     * are read, and sizes are limited. Statements on the connection can be cancelled.
     *
     * @see <a href="https://www.sqlite.org/security.html">SQLite: untrusted files</a>
     */
    public static Connection openUntrusted(Path file, ProgressMonitor watch) throws SQLException {
        return guarded(openImmutable(file), watch);
    }

    /** Opens a database that may be in use for reading only, with the precautions of {@link #openUntrusted}. */
    public static Connection openToRead(Path file, ProgressMonitor watch) throws SQLException {
        return prepared(guarded(open(file), watch), connection -> execute(connection, "PRAGMA query_only = ON"));
    }

    private static Connection guarded(Connection opened, ProgressMonitor watch) throws SQLException {
        return prepared(opened, connection -> {
            SqliteProgress.watch(connection, watch);
            for (Map.Entry<SQLiteLimits, Integer> limit : LIMITS.entrySet()) {
                connection.unwrap(SQLiteConnection.class).setLimit(limit.getKey(), limit.getValue());
            }
            execute(connection, "PRAGMA trusted_schema = OFF");
            execute(connection, "PRAGMA cell_size_check = ON");
            execute(connection, "PRAGMA cache_size = " + CHECK_CACHE_SIZE);
        });
    }

    /** What is set on a connection before it is used. */
    private interface Preparation {
        void apply(Connection connection) throws SQLException;
    }

    /** Closes the connection if the preparation fails. */
    private static Connection prepared(Connection connection, Preparation preparation) throws SQLException {
        try {
            preparation.apply(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Opens a file that nobody writes as if it were on read-only media: without locks, and without side files. */
    public static Connection openImmutable(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + SqliteUri.of(file) + "?immutable=1");
    }
}
