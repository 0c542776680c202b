package io.graphtracker.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code sqlite_schema}: a table, an index, or something that a database of ours does not have.
 *
 * @param type SQLite's word for it
 * @param name as written
 * @param table the table it belongs to, in lower case
 * @param sql the statement that creates it; empty for what SQLite creates itself
 * @param tokens of the statement, see {@link SqlTokens}
 */
record SchemaObject(String type, String name, String table, String sql, List<String> tokens) {

    /** Ours has about twenty. */
    private static final int MAX_OBJECTS = 10_000;

    private static final int MAX_BYTES = 1024 * 1024;

    static final String HISTORY = "flyway_schema_history";

    /** SQLite's own tables, for {@code AUTOINCREMENT} and {@code ANALYZE}. */
    private static final Set<String> OWN_TABLES =
            Set.of("sqlite_sequence", "sqlite_stat1", "sqlite_stat2", "sqlite_stat3", "sqlite_stat4");

    /**
     * All objects of a database. Reading them runs nothing that they define.
     *
     * @throws NotRestorableException if the schema is far larger than any of ours
     */
    static List<SchemaObject> readAll(Connection connection) throws SQLException {
        requireReasonableSize(connection);
        List<SchemaObject> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema")) {
            while (row.next()) {
                objects.add(of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return objects;
    }

    private static void requireReasonableSize(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), total(octet_length(sql) + octet_length(name)) FROM sqlite_schema")) {
            if (row.getLong(1) > MAX_OBJECTS || row.getLong(2) > MAX_BYTES) {
                throw NotRestorableException.of(ProblemKind.SCHEMA_SIZE);
            }
        }
    }

    private static SchemaObject of(
            @Nullable String type, @Nullable String name, @Nullable String table, @Nullable String sql) {
        return new SchemaObject(
                String.valueOf(type),
                String.valueOf(name),
                String.valueOf(table).toLowerCase(Locale.ROOT),
                sql == null ? "" : sql,
                sql == null ? List.of() : SqlTokens.of(sql));
    }

    /** Its name in lower case, as SQLite compares names. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean isTable() {
        return type.equals("table") && begins("create", "table") && isNamedAt(2);
    }

    boolean isVirtualTable() {
        return type.equals("table") && begins("create", "virtual", "table");
    }

    boolean isIndex() {
        return type.equals("index") && ((begins("create", "index") && isNamedAt(2)) || isUniqueIndex());
    }

    boolean isUniqueIndex() {
        return type.equals("index") && begins("create", "unique", "index") && isNamedAt(3);
    }

    /** Whether SQLite created it by itself. */
    boolean isOfSqlite() {
        return (type.equals("table") && OWN_TABLES.contains(key()))
                || (type.equals("index") && tokens.isEmpty() && key().startsWith("sqlite_autoindex_"));
    }

    /**
     * Whether the statement has the same name, quoted or not: in a manipulated file the columns and the statement may
     * differ.
     */
    private boolean isNamedAt(int index) {
        return tokens.size() > index && List.of(key(), '"' + key(), "'" + name).contains(tokens.get(index));
    }

    private boolean begins(String... words) {
        return tokens.size() >= words.length && tokens.subList(0, words.length).equals(List.of(words));
    }
}
