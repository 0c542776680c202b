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
import org.flywaydb.core.Flyway;

/**
 * A database of the application's own schema, filled until it has a size: random UUIDs as the application makes them,
 * so the pages of its indexes lie about as they do in real life, texts of some hundred characters, and gaps where
 * tasks were deleted.
 */
record BenchDatabase(Path file) {

    private static final int NODES_AT_A_TIME = 20_000;
    private static final String UUID = "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' ||"
            + " substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";
    private static final String SENTENCES = """
            CREATE TEMP TABLE sentence AS SELECT column1 AS text FROM (VALUES
            ('Ask the people who will use it before anything is ordered. '),
            ('The offer has to name the price for five years, not for one. '),
            ('See the notes of the last meeting. '),
            ('Blocked until the drawings are approved; call again on Monday. '),
            ('Needs two days with both of us in the same room. '),
            ('Done when the report is signed and a copy is in the archive. '),
            ('The old one stays in use until the new one has run for a week. '),
            ('Three rooms, four windows each; measure them again first. '))""";

    /** Makes a database of about this size, in WAL mode, with its pages in the system's cache. */
    static BenchDatabase create(Path file, long bytes) throws SQLException, IOException {
        Files.deleteIfExists(file);
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/sqlite")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            run(connection, "PRAGMA synchronous = OFF", "PRAGMA journal_mode = OFF", "PRAGMA cache_size = -1500000");
            run(connection, SENTENCES);
            while (value(connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
                    < bytes) {
                addProject(connection);
            }
            run(connection, "DELETE FROM node_layout WHERE rowid % 40 = 0", "DELETE FROM edge WHERE rowid % 40 = 0");
            run(connection, "PRAGMA journal_mode = WAL");
        }
        return new BenchDatabase(file);
    }

    private static void addProject(Connection connection) throws SQLException {
        run(
                connection,
                "BEGIN",
                "INSERT INTO project (id, name, archived, created_at, updated_at) SELECT " + UUID
                        + ", 'Project ' || count(*), false, 1790000000000, 1790000000000" + " FROM project",
                "CREATE TEMP TABLE IF NOT EXISTS added (n INTEGER PRIMARY KEY, id TEXT, project TEXT)",
                "DELETE FROM added",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + NODES_AT_A_TIME + ")"
                        + " INSERT INTO added SELECT i, " + UUID + ", p.id FROM n,"
                        + " (SELECT id FROM project ORDER BY rowid DESC LIMIT 1) p",
                "INSERT INTO node (id, project_id, parent_id, is_group, title, description, status, planned_hours)"
                        + " SELECT id, project, NULL, false, 'Task ' || n || ' of the plan',"
                        + " (SELECT group_concat(text, '') FROM sentence WHERE (n + sentence.rowid) % 3 <> 0), 'PLANNED', n % 40"
                        + " FROM added",
                "INSERT INTO node_layout SELECT id, n * 1.5, n % 97, false FROM added",
                "INSERT INTO edge SELECT " + UUID + ", a.project, a.id, b.id FROM added a JOIN added b"
                        + " ON b.n = a.n + 1 + a.n % 7",
                "COMMIT");
    }

    /** Ids of tasks that writers may work on. */
    List<String> someNodes(int count) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT node_id FROM node_layout WHERE rowid % 13 = 0 LIMIT " + count)) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    long bytes() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return value(connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
        }
    }

    /** Empties the write-ahead log. */
    void checkpoint() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, "PRAGMA busy_timeout = 10000", "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /** The write-ahead log's size; only looked at, never opened. */
    long walBytes() {
        return file.resolveSibling(file.getFileName() + "-wal").toFile().length();
    }

    private static void run(Connection connection, String... sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private static long value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getLong(1);
        }
    }
}
