package io.graphtracker.database.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a database that a copy must have in common with it, whatever is written meanwhile. Counts of rows
 * are not among them: other connections write between this and the snapshot.
 *
 * @param applicationId SQLite's {@code application_id}, see {@link SqliteApplicationId}
 * @param userVersion SQLite's {@code user_version}
 * @param history the applied migrations, in their order; empty if the database was not created by Flyway
 */
public record SchemaFingerprint(int applicationId, int userVersion, List<Migration> history) {

    private static final String HISTORY_TABLE = "flyway_schema_history";

    /** Far more migrations than this application will ever have. */
    private static final int LONGEST_HISTORY = 10_000;

    /** A row of Flyway's schema history. */
    public record Migration(
            int rank,
            @Nullable String version,
            String script,
            @Nullable String checksum,
            boolean success) {}

    /** The version of the last successful migration; null if there is none. */
    public @Nullable String schemaVersion() {
        return history.reversed().stream()
                .filter(migration -> migration.success() && migration.version() != null)
                .findFirst()
                .map(Migration::version)
                .orElse(null);
    }

    /** Reads it. No statement stays open: {@code VACUUM} fails beside an open one. */
    public static SchemaFingerprint read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new SchemaFingerprint(
                    pragma(statement, "application_id"), pragma(statement, "user_version"), history(statement));
        }
    }

    private static int pragma(Statement statement, String name) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.getInt(1);
        }
    }

    private static List<Migration> history(Statement statement) throws SQLException {
        if (!hasHistory(statement)) {
            return List.of();
        }
        try {
            return rows(statement);
        } catch (SQLException e) {
            if (SqliteErrors.isOfSchema(e)) {
                // other columns: not the table of Flyway
                return List.of();
            }
            throw e;
        }
    }

    private static List<Migration> rows(Statement statement) throws SQLException {
        List<Migration> history = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT installed_rank, substr(version, 1, 200)"
                + " AS version, substr(script, 1, 1000) AS script, substr(checksum, 1, 20) AS checksum, success FROM "
                + HISTORY_TABLE + " ORDER BY installed_rank LIMIT " + LONGEST_HISTORY)) {
            while (row.next()) {
                history.add(new Migration(
                        row.getInt("installed_rank"),
                        row.getString("version"),
                        row.getString("script"),
                        row.getString("checksum"),
                        row.getBoolean("success")));
            }
        }
        return List.copyOf(history);
    }

    private static boolean hasHistory(Statement statement) throws SQLException {
        try (ResultSet table = statement.executeQuery(
                "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '" + HISTORY_TABLE + "'")) {
            return table.next();
        }
    }
}
