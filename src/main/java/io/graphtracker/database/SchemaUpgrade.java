package io.graphtracker.database;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.environment.StartupException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the migrations of this version are about to change.
 *
 * @param from the version of the schema that the database has
 * @param to the version that it will have
 */
public record SchemaUpgrade(String from, String to) {

    /** Flyway's own table is left out; names of SQLite's tables begin with {@code sqlite_}. */
    private static final String TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"
            + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'flyway_schema_history'";

    /**
     * Finds out; empty if no migration is pending, or if there is nothing to lose: the database has no rows yet. One
     * without a history of migrations is not ours, and Flyway refuses it.
     *
     * @param file where to begin anew, for the message
     * @param known all versions of this version of the application
     * @throws StartupException if a newer version migrated the database: Flyway ignores that, and this version would
     *     write into tables it does not know
     */
    public static Optional<SchemaUpgrade> of(Path file, Connection connection, List<SchemaVersion> known)
            throws SQLException {
        List<String> applied = SchemaFingerprint.read(connection).history().stream()
                .filter(SchemaFingerprint.Migration::success)
                .map(SchemaFingerprint.Migration::version)
                .filter(Objects::nonNull)
                .toList();
        List<String> versions = known.stream().map(SchemaVersion::version).toList();
        if (applied.isEmpty()) {
            return Optional.empty();
        }
        SchemaUpgrade upgrade = new SchemaUpgrade(applied.getLast(), versions.getLast());
        if (!versions.containsAll(applied)) {
            throw upgrade.newer(file);
        }
        return applied.containsAll(versions) || !hasRows(connection) ? Optional.empty() : Optional.of(upgrade);
    }

    private StartupException newer(Path file) {
        return new StartupException(
                "The database " + file + " belongs to a newer version of Graph Tracker: its schema is " + from
                        + ", and this version knows those up to " + to + ".",
                "Start the newer version again, or put the backup in its place that was made before the upgrade, as"
                        + " “Roll back” in docs/operations.md describes. Nothing was changed.");
    }

    private static boolean hasRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery(TABLES)) {
            while (table.next()) {
                if (hasRows(connection, table.getString(1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT 1 FROM \"" + table.replace("\"", "\"\"") + "\" LIMIT 1")) {
            return row.next();
        }
    }
}
