package io.graphtracker.database.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a copy must share with its source, whatever is written to the source meanwhile. Counts of rows are no part of it:
 * writers go on between this note and the snapshot.
 *
 * @param applicationId whose file it is
 * @param userVersion SQLite's {@code user_version}
 * @param history the migrations that made the schema, in their order; empty if the database was not made by Flyway
 */
public record SchemaFingerprint(int applicationId, int userVersion, List<Migration> history) {

    private static final String HISTORY_TABLE = "flyway_schema_history";

    /** Far more steps than ours will ever have. */
    private static final int LONGEST_HISTORY = 10_000;

    /** One row of Flyway's history. */
    public record Migration(
            int rank,
            @Nullable String version,
            String script,
            @Nullable String checksum,
            boolean success) {}

    /** The version of the last migration that succeeded, or null if the database was not made by migrations. */
    public @Nullable String schemaVersion() {
        return history.reversed().stream()
                .filter(migration -> migration.success() && migration.version() != null)
                .findFirst()
                .map(Migration::version)
                .orElse(null);
    }

    /** Reads it, and closes every statement: {@code VACUUM} refuses to run beside an open one. */
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
                // other columns: it is somebody else's
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
