package io.graphtracker.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Databases for tests. They are opened under plain names only, so that a test of unusual names does not depend on how
 * an unusual name is opened.
 */
public final class TestDatabase {

    public static final int APPLICATION_ID = 1196716651;

    /** Selects all rows, as {@link #rows} does. */
    public static final String ROWS = "SELECT id || ':' || name FROM item ORDER BY id";

    /** Its tables, empty. */
    static final String[] SCHEMA = {
        "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version TEXT, script TEXT,"
                + " checksum INT, success BOOLEAN)",
        "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)"
    };

    private TestDatabase() {}

    /** Opens a database, or creates it; the name must be a plain one. */
    public static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** A database in WAL mode with a mark, a migration history and some hundred rows. */
    public static Path create(Path file) throws SQLException {
        return create(file, "row");
    }

    public static Path create(Path file, String content) throws SQLException {
        try (Connection connection = open(file)) {
            execute(
                    connection,
                    "PRAGMA synchronous = OFF",
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA application_id = " + APPLICATION_ID,
                    "PRAGMA user_version = 7");
            execute(connection, SCHEMA);
            execute(
                    connection,
                    "INSERT INTO flyway_schema_history VALUES (1, '1', 'V1__one.sql', NULL, 1),"
                            + " (2, '2', 'V2__two.sql', -5, 1)",
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                            + " INSERT INTO item SELECT i, '" + content
                            + " ' || i || ' ' || hex(zeroblob(100)) FROM n");
        }
        return file;
    }

    /** The same with so many rows, some MB, that each part of a backup takes many steps. */
    public static Path createLarge(Path file) throws SQLException {
        create(file);
        try (Connection connection = open(file)) {
            execute(
                    connection,
                    "PRAGMA synchronous = OFF",
                    "WITH RECURSIVE n(i) AS (SELECT 501 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
                            + " INSERT INTO item SELECT i, 'row ' || i || ' ' || hex(zeroblob(100)) FROM n");
        }
        return file;
    }

    public static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows of a database under any name, read from a copy of the file. */
    public static List<String> rows(Path file) throws IOException, SQLException {
        return query(file, ROWS);
    }

    public static String value(Path file, String sql) throws IOException, SQLException {
        return query(file, sql).getFirst();
    }

    private static List<String> query(Path file, String sql) throws IOException, SQLException {
        Path copy = Files.createTempFile("copy", ".sqlite");
        Files.write(copy, Files.readAllBytes(file));
        try (Connection connection = open(copy)) {
            return query(connection, sql);
        } finally {
            Files.delete(copy);
        }
    }

    /** The first column of a query's result. */
    public static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    /** Overwrites a page with bytes that are not a valid page. */
    public static void damagePage(Path file, int number) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int pageSize = ((bytes[16] & 0xff) << 8) | (bytes[17] & 0xff);
        java.util.Arrays.fill(bytes, (number - 1) * pageSize, number * pageSize, (byte) 0xff);
        Files.write(file, bytes);
    }
}
