package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.CheckLimits;
import io.graphtracker.backup.CheckRun;
import io.graphtracker.backup.RestorabilityCheck;
import io.graphtracker.backup.SourceDatabase;
import io.graphtracker.backup.SqliteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says whether a file can be the database of this version of the application. */
@Component
class DatabaseHealth {

    private static final Logger log = LoggerFactory.getLogger(DatabaseHealth.class);

    /** How long to wait for another program to close the database. */
    private static final int ALONE_TIMEOUT_MILLIS = 1_000;

    private final RestorabilityCheck restorability;
    private final CheckLimits limits;

    DatabaseHealth(RestorabilityCheck restorability, CheckLimits limits) {
        this.restorability = restorability;
        this.limits = limits;
    }

    /**
     * Makes sure that a copy may be migrated: that its schema is one of ours.
     *
     * @throws BackupException {@code backup_unusable} if it is not so
     */
    void requireRestorable(Path copy) throws IOException {
        CheckRun run = run(copy);
        try (Connection connection = SqliteFiles.openUntrusted(copy, run)) {
            restorability.requireSchema(connection);
        } catch (SQLException e) {
            run.throwIfCancelled();
            throw new IOException("The copy of the backup cannot be read", e);
        }
    }

    private CheckRun run(Path file) throws IOException {
        CheckRun run = CheckRun.alone();
        run.limitTo(limits.of(Files.size(file)));
        return run;
    }

    /**
     * Makes sure that a migrated copy is undamaged and restorable wholly. It must not be in use.
     *
     * @throws BackupException {@code backup_unusable} if it is not so
     */
    void requireUsable(Path file) throws IOException {
        try {
            try (Connection connection = SqliteFiles.open(file)) {
                // as one file, whatever it was: it is moved alone
                inMode(connection, "DELETE");
            }
            CheckRun run = run(file);
            try (Connection connection = SqliteFiles.openUntrusted(file, run)) {
                restorability.requireContents(connection, restorability.requireSchema(connection));
            } catch (SQLException e) {
                run.throwIfCancelled();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException("The copy of the backup cannot be checked", e);
        }
    }

    /**
     * Makes sure that what was just put in the database's place can be opened as the application does, read and written. Everybody
     * waits meanwhile, so what {@link #requireUsable} has checked of the same bytes is not checked again.
     *
     * @throws SQLException if it cannot
     */
    void requireWorking(Path database) throws SQLException {
        try (Connection connection = SqliteFiles.open(database);
                Statement statement = connection.createStatement()) {
            restorability.requireSchema(connection);
            if (!inMode(connection, "WAL").equals("wal")) {
                throw new SQLException("It cannot be used in WAL mode");
            }
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
        }
    }

    /** Whether that is so of a database of which nothing more is known, and SQLite finds it sound. */
    boolean works(Path database) {
        try {
            requireWorking(database);
            try (Connection connection = SqliteFiles.open(database)) {
                restorability.requireContents(connection, restorability.requireSchema(connection));
            }
            return true;
        } catch (SQLException | BackupException e) {
            log.warn("{} cannot be used", database, e);
            return false;
        }
    }

    /**
     * Makes sure that no other program has the database open, which would go on writing to the former file, and leaves it in one
     * file: SQLite lets nobody out of WAL mode who is not alone.
     *
     * @throws BackupException {@code restore_refused} if somebody else has it open
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_journal_mode">PRAGMA journal_mode</a>
     */
    void requireAlone(Path database) throws SQLException {
        try (Connection connection = SqliteFiles.open(database);
                Statement statement = connection.createStatement()) {
            // everybody waits at the gate meanwhile
            statement.execute("PRAGMA busy_timeout = " + ALONE_TIMEOUT_MILLIS);
            inMode(connection, "DELETE");
        } catch (SQLException e) {
            if (SourceDatabase.isLocked(e)) {
                throw BackupException.ofKind(BackupProblem.RESTORE_REFUSED, "other-program", e, database);
            }
            throw e;
        }
    }

    private static String inMode(Connection connection, String mode) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA journal_mode = " + mode)) {
            return result.getString(1);
        }
    }
}
