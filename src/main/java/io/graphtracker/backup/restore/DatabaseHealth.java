package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.DatabaseIdentity;
import io.graphtracker.backup.SourceDatabase;
import io.graphtracker.backup.SqliteFiles;
import io.graphtracker.backup.catalog.FileCheck;
import io.graphtracker.environment.SchemaMigrations;
import io.graphtracker.environment.SqliteApplicationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says whether a file can be the database of this version of the application. */
@Component
class DatabaseHealth {

    private static final Logger log = LoggerFactory.getLogger(DatabaseHealth.class);

    /** How long to wait for another program to close the database. */
    private static final int ALONE_TIMEOUT_MILLIS = 1_000;

    /** Flyway's own table may look another way when another version of it made it. */
    private static final String COLUMNS = "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\""
            + " FROM sqlite_schema t, pragma_table_info(t.name) c"
            + " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite@_%' ESCAPE '@' AND t.name <> 'flyway_schema_history'";

    private static final String PROGRAMS = "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')";

    private final SchemaMigrations migrations;
    private final SchemaCompatibility compatibility;

    DatabaseHealth(SchemaMigrations migrations, SchemaCompatibility compatibility) {
        this.migrations = migrations;
        this.compatibility = compatibility;
    }

    /**
     * Makes sure that a migrated copy is sound and has all tables, and nothing in it that acts by itself. It must not be in
     * use.
     *
     * @throws BackupException {@code backup_unusable} if it is not so
     */
    void requireUsable(Path file) throws IOException {
        try (Connection connection = SqliteFiles.open(file)) {
            FileCheck.requireSound(connection);
            requireSchema(connection);
            // as one file, whatever it was: it is moved alone
            inMode(connection, "DELETE");
        } catch (SQLException e) {
            throw new IOException("The copy of the backup cannot be checked", e);
        }
    }

    private void requireSchema(Connection connection) throws IOException, SQLException {
        Path reference = Files.createTempFile("graph-tracker", ".sqlite");
        try {
            migrations.migrate(reference);
            try (Connection expected = SqliteFiles.open(reference)) {
                Set<String> programs = strings(connection, PROGRAMS);
                programs.removeAll(strings(expected, PROGRAMS));
                if (!strings(connection, COLUMNS).containsAll(strings(expected, COLUMNS)) || !programs.isEmpty()) {
                    throw BackupException.ofKind(BackupProblem.BACKUP_UNUSABLE, "schema", null);
                }
            }
        } finally {
            Files.deleteIfExists(reference);
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
            DatabaseIdentity identity = DatabaseIdentity.read(connection);
            if (identity.applicationId() != SqliteApplicationId.VALUE) {
                throw new SQLException("It is not a database of ours: " + identity);
            }
            compatibility.require(identity);
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
                FileCheck.requireSound(connection);
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

    private static Set<String> strings(Connection connection, String query) throws SQLException {
        Set<String> strings = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }
}
