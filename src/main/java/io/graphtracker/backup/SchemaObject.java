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
 * One row of {@code sqlite_schema}: a table, an index, or something else that a database of ours does not have.
 *
 * @param type as SQLite has it
 * @param name as it is written
 * @param table the one it belongs to, in small letters
 * @param sql the statement that makes it; empty for what SQLite makes by itself
 * @param tokens of the statement, see {@link SqlTokens}
 */
record SchemaObject(String type, String name, String table, String sql, List<String> tokens) {

    /** Ours has some twenty; whoever adds tables of their own has hundreds, perhaps. */
    private static final int MOST_OBJECTS = 10_000;

    private static final int MOST_BYTES = 1024 * 1024;

    static final String HISTORY = "flyway_schema_history";

    /** What SQLite keeps in a database for itself, once somebody has used {@code AUTOINCREMENT} or {@code ANALYZE}. */
    private static final Set<String> OWN_TABLES =
            Set.of("sqlite_sequence", "sqlite_stat1", "sqlite_stat2", "sqlite_stat3", "sqlite_stat4");

    /**
     * All of a database. To read them runs nothing of what they say.
     *
     * @throws NotRestorableException if they would take more memory than any schema needs
     */
    static List<SchemaObject> readAll(Connection connection) throws SQLException {
        requireReasonable(connection);
        List<SchemaObject> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema")) {
            while (row.next()) {
                objects.add(of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return objects;
    }

    private static void requireReasonable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), total(octet_length(sql) + octet_length(name)) FROM sqlite_schema")) {
            if (row.getLong(1) > MOST_OBJECTS || row.getLong(2) > MOST_BYTES) {
                throw NotRestorableException.of("schema-size");
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

    /** Its name in small letters, as SQLite compares names. */
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
        return type.equals("index") && (begins("create", "index") && isNamedAt(2) || isUniqueIndex());
    }

    boolean isUniqueIndex() {
        return type.equals("index") && begins("create", "unique", "index") && isNamedAt(3);
    }

    /** Whether it is none of a person's doing. */
    boolean isOfSqlite() {
        return type.equals("table") && OWN_TABLES.contains(key())
                || type.equals("index") && tokens.isEmpty() && key().startsWith("sqlite_autoindex_");
    }

    /** As it is, or in quotes of some kind; a file may say one thing in its columns and another in the statement. */
    private boolean isNamedAt(int index) {
        return tokens.size() > index && List.of(key(), '"' + key(), "'" + name).contains(tokens.get(index));
    }

    private boolean begins(String... words) {
        return tokens.size() >= words.length && tokens.subList(0, words.length).equals(List.of(words));
    }
}
