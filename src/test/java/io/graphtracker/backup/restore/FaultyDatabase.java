package io.graphtracker.backup.restore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A database as users and tools may leave it: a good one with one change. Most changes make it impossible to restore;
 * others show what is allowed. Each is one entry, since all of them are tested in the same way.
 *
 * @param answer the reason why it cannot be restored, or {@code restorable}
 * @param sql the change to a good database
 */
record FaultyDatabase(String answer, String name, String... sql) {

    static final String RESTORABLE = "restorable";

    private static final String WRITABLE = "PRAGMA writable_schema = ON";

    private static FaultyDatabase of(String answer, String name, String... sql) {
        return new FaultyDatabase(answer, name, sql);
    }

    /** An object that SQLite itself would refuse to create. */
    private static String insert(String type, String name, String table, String sql) {
        return "INSERT INTO sqlite_schema VALUES ('%s', '%s', '%s', 0, '%s')".formatted(type, name, table, sql);
    }

    private static String replace(String name, String old, String replacement) {
        return "UPDATE sqlite_schema SET sql = replace(sql, '%s', '%s') WHERE name = '%s'"
                .formatted(old, replacement, name);
    }

    static List<FaultyDatabase> all() {
        return List.of(
                of("foreign-keys", "a row that lost its parent", "INSERT INTO node_layout VALUES ('x', 1, 1, 0)"),
                of("foreign-keys", "an edge to nowhere", "INSERT INTO edge VALUES ('e', 'Garden', 'a', 'b')"),
                of(
                        "foreign-keys",
                        "a row of a stranger's table without parent",
                        "CREATE TABLE tag (project REFERENCES project (id))",
                        "INSERT INTO tag VALUES ('nobody')"),
                of("view", "a view", "CREATE VIEW v AS SELECT 1"),
                of("view", "a view of an unknown function", "CREATE VIEW v AS SELECT no_such_function(1)"),
                of(
                        "view",
                        "a table that is an endless view",
                        "ALTER TABLE project RENAME TO was",
                        "CREATE VIEW project AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
                                + " SELECT id, 'x' AS name, 0 AS archived, 0 AS created_at, 0 AS updated_at FROM n"),
                of("trigger", "a trigger", "CREATE TRIGGER t AFTER INSERT ON project BEGIN DELETE FROM project; END"),
                of(
                        "trigger",
                        "an endless trigger on the migration history",
                        "CREATE TABLE sink (x)",
                        "CREATE TRIGGER t AFTER INSERT ON flyway_schema_history BEGIN INSERT INTO sink WITH RECURSIVE"
                                + " n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n; END"),
                of("virtual-table", "a virtual table", "CREATE VIRTUAL TABLE words USING fts5(word)"),
                of(
                        "virtual-table",
                        "a virtual table of an unknown module",
                        WRITABLE,
                        insert("table", "vec", "vec", "CREATE VIRTUAL TABLE vec USING vec0(a)")),
                of(
                        "table",
                        "a reference to columns that are not unique",
                        "CREATE TABLE tag (name REFERENCES project (name))"),
                of(
                        "table",
                        "a reference among a stranger's tables to columns that are not unique",
                        "CREATE TABLE p (a)",
                        "CREATE TABLE c (x REFERENCES p (a))",
                        "INSERT INTO c VALUES (1)"),
                of(
                        "table",
                        "an index with an unknown collation",
                        "CREATE TABLE p (a)",
                        "CREATE INDEX i ON p (a)",
                        WRITABLE,
                        replace("i", "(a)", "(a COLLATE mine)")),
                of(
                        "table",
                        "a column with an unknown collation",
                        "CREATE TABLE p (a TEXT)",
                        WRITABLE,
                        replace("p", "(a TEXT)", "(a TEXT COLLATE mine)")),
                of(
                        "table",
                        "an index with an unknown function",
                        "CREATE TABLE p (a)",
                        "CREATE INDEX i ON p (abs(a))",
                        "INSERT INTO p VALUES (1)",
                        WRITABLE,
                        replace("i", "abs", "mine")),
                of(
                        "table",
                        "a check with an unknown function",
                        "CREATE TABLE p (a CHECK (abs(a) > 0))",
                        "INSERT INTO p VALUES (1)",
                        WRITABLE,
                        replace("p", "abs", "mine")),
                of(
                        "table",
                        "a generated column with an unknown function",
                        "CREATE TABLE p (a, b AS (abs(a)))",
                        "INSERT INTO p (a) VALUES (1)",
                        WRITABLE,
                        replace("p", "abs", "mine")),
                of(
                        "index",
                        "a unique index on a constant",
                        "DELETE FROM project WHERE id = 'House'",
                        "CREATE UNIQUE INDEX u ON project (1)"),
                of("index", "a unique index on a column", "CREATE UNIQUE INDEX u ON project (name)"),
                of("index", "an index on an expression", "CREATE INDEX u ON project (json_quote(name))"),
                of("index", "an index on some rows", "CREATE INDEX u ON project (name) WHERE archived"),
                of(
                        "index",
                        "a unique index on the migration history",
                        "CREATE UNIQUE INDEX u ON flyway_schema_history (checksum)"),
                of(
                        "schema",
                        "one more column that must be filled",
                        "ALTER TABLE project ADD COLUMN more INT NOT NULL DEFAULT 0",
                        WRITABLE,
                        replace("project", "NOT NULL DEFAULT 0", "NOT NULL")),
                of(
                        "schema",
                        "one more column with a rule",
                        "ALTER TABLE project ADD COLUMN more INT",
                        WRITABLE,
                        replace("project", "more INT", "more INT CHECK (more > 1)")),
                of("schema", "a generated column", "ALTER TABLE project ADD COLUMN more AS (json(name))"),
                of("schema", "a check that is missing", WRITABLE, replace("project", "check (name <> '''')", "")),
                of(
                        "schema",
                        "a column that may be empty",
                        WRITABLE,
                        replace("project", "archived   boolean      not null", "archived boolean")),
                of(
                        "schema",
                        "a quoted rule that is none",
                        WRITABLE,
                        replace("project", "archived   boolean      not null", "archived boolean \"not\" \"null\"")),
                of(
                        "schema",
                        "a column of another type",
                        WRITABLE,
                        replace("project", "updated_at timestamp", "updated_at text")),
                of("schema", "a column that is missing", "ALTER TABLE project DROP COLUMN created_at"),
                of(
                        "schema",
                        "a reference that is missing",
                        WRITABLE,
                        replace("node_layout", "references node (id) on delete cascade", "")),
                of(
                        "schema",
                        "an index of ours on another column",
                        "DROP INDEX project_list",
                        "CREATE INDEX project_list ON project (name)"),
                of("missing", "a table that is missing", "DROP TABLE edge"),
                of("missing", "an index that is missing", "DROP INDEX edge_target"),
                of(
                        "too-long",
                        "a name of 3 MB",
                        "UPDATE project SET name = hex(zeroblob(1500000)) WHERE id = 'Garden'"),
                of(
                        "too-long",
                        "a name of one character too many",
                        "UPDATE project SET name = replace(hex(zeroblob(100)), '0', 'é') || 'x' WHERE id = 'Garden'"),
                of("value", "a name of bytes", "UPDATE project SET name = x'00ff' WHERE id = 'Garden'"),
                of("value", "a time in words", "UPDATE project SET updated_at = 'yesterday' WHERE id = 'Garden'"),
                of(
                        "value",
                        "a status that is none",
                        "PRAGMA ignore_check_constraints = ON",
                        "INSERT INTO node (id, project_id, is_group, title, description, status)"
                                + " VALUES ('n', 'Garden', 0, 't', '', 'ODD')"),
                of(
                        "value",
                        "a name that is missing",
                        WRITABLE,
                        replace("project", "name       varchar(200) not null", "name varchar(200)"),
                        "PRAGMA writable_schema = RESET",
                        "UPDATE project SET name = NULL WHERE id = 'Garden'",
                        WRITABLE,
                        replace("project", "name varchar(200)", "name varchar(200) not null")),
                of("history", "no migration history", "DROP TABLE flyway_schema_history"),
                of(
                        "history",
                        "a history of other columns",
                        "ALTER TABLE flyway_schema_history RENAME TO was",
                        "CREATE TABLE flyway_schema_history (x)"),
                of(
                        "history",
                        "a migration of somebody else",
                        "UPDATE flyway_schema_history SET checksum = 7 WHERE version = '2'"),
                of(
                        "newer",
                        "a newer schema",
                        "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script,"
                                + " checksum, installed_by, installed_on, execution_time, success FROM"
                                + " flyway_schema_history"
                                + " WHERE version = '2'"),
                of(RESTORABLE, "no change"),
                of(
                        RESTORABLE,
                        "a table of somebody else",
                        "CREATE TABLE \"my \"\"own\"\"\" (a PRIMARY KEY, b DEFAULT (abs(1)))",
                        "INSERT INTO \"my \"\"own\"\"\" VALUES (1, zeroblob(100000))"),
                of(
                        RESTORABLE,
                        "a table of somebody else that refers to ours",
                        "CREATE TABLE tag (project REFERENCES project (id))",
                        "INSERT INTO tag VALUES ('Garden')"),
                of(
                        RESTORABLE,
                        "rules of somebody else",
                        "CREATE TABLE t (a CHECK (length(a) > 0), b AS (upper(a)))",
                        "CREATE UNIQUE INDEX ti ON t (lower(a)) WHERE a <> 'x'",
                        "INSERT INTO t (a) VALUES ('x')"),
                of(RESTORABLE, "an ordinary index on ours", "CREATE INDEX i ON project (name COLLATE NOCASE DESC, id)"),
                of(RESTORABLE, "one more column that may be empty", "ALTER TABLE node ADD COLUMN \"my note\" TEXT"),
                of(
                        RESTORABLE,
                        "one more column with a value",
                        "ALTER TABLE node ADD COLUMN rank INT NOT NULL DEFAULT 1"),
                of(RESTORABLE, "statistics", "ANALYZE"),
                of(
                        "schema-size",
                        "a schema of a size that nobody needs",
                        "CREATE TABLE big (a CHECK (a IN (" + "1,".repeat(300_000) + "1)))",
                        "CREATE TABLE bigger (a CHECK (a IN (" + "1,".repeat(300_000) + "1)))"),
                of(
                        RESTORABLE,
                        "one more text column that does not mind capitals",
                        "ALTER TABLE project ADD COLUMN note TEXT COLLATE NOCASE"),
                of(
                        RESTORABLE,
                        "an index on a column whose name needs quotes",
                        "ALTER TABLE project ADD COLUMN \"my note\" TEXT",
                        "CREATE INDEX notes ON project (\"my note\", name DESC)"),
                of(
                        RESTORABLE,
                        "a stranger's table with an empty value where it allows none",
                        "CREATE TABLE own (a)",
                        "INSERT INTO own VALUES (NULL)",
                        WRITABLE,
                        replace("own", "(a)", "(a NOT NULL)")),
                of(
                        RESTORABLE,
                        "a counter",
                        "CREATE TABLE n (i INTEGER PRIMARY KEY AUTOINCREMENT)",
                        "INSERT INTO n VALUES (NULL)"),
                of(
                        RESTORABLE,
                        "a schema that a tool has written anew",
                        WRITABLE,
                        "UPDATE sqlite_schema SET sql = 'CREATE TABLE \"project\" (\"id\" VARCHAR(36) NOT NULL PRIMARY"
                                + " KEY, [name] varchar (200) NOT NULL /* mine */ CHECK(\"name\"<>''''),"
                                + " `archived` boolean NOT NULL, created_at timestamp NOT NULL,"
                                + " updated_at timestamp NOT NULL, revision bigint NOT NULL DEFAULT 0)'"
                                + " WHERE name = 'project'"),
                of(
                        RESTORABLE,
                        "a name as long as it may be",
                        "UPDATE project SET name = replace(hex(zeroblob(100)), '0', 'é') WHERE id = 'Garden'"),
                of(
                        RESTORABLE,
                        "a time as the driver writes it as text",
                        "UPDATE project SET updated_at = '2026-11-22 21:30:00.000' WHERE id = 'Garden'"));
    }

    boolean isRestorable() {
        return answer.equals(RESTORABLE);
    }

    /** Makes the change to a good database. */
    void applyTo(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String change : sql) {
                statement.execute(change);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
