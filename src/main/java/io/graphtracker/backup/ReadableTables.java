package io.graphtracker.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the tables that this version of the application needs, in databases whose schema was not checked. */
@Component
public class ReadableTables {

    /** Ordinary tables: no views, no virtual tables. */
    private static final String TABLES = "SELECT name FROM sqlite_schema"
            + " WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite@_%' ESCAPE '@'";

    private final ExpectedSchemas schemas;

    ReadableTables(ExpectedSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Reads every row of all tables that this version needs.
     *
     * @throws SQLException if a table cannot be read, is missing, or lacks a column
     */
    public void requireReadable(Connection connection) throws SQLException {
        Set<String> present = tables(connection);
        for (Map.Entry<String, Set<String>> expected :
                schemas.latest().columns().entrySet()) {
            String table = expected.getKey();
            if (!present.contains(table) || !columns(connection, table).containsAll(expected.getValue())) {
                throw new SQLException("Its table " + table + " is not as this version needs it");
            }
            readAll(connection, table, expected.getValue());
        }
    }

    /**
     * Reads every row of those tables that are present, in whatever form. If that ends in time, so does a migration of
     * them, which cannot be interrupted.
     *
     * @throws SQLException if a table cannot be read
     */
    public void readPresent(Connection connection) throws SQLException {
        for (String table : tables(connection)) {
            if (schemas.latest().columns().containsKey(table)) {
                readAll(connection, table, columns(connection, table));
            }
        }
    }

    /** SQLite reads a whole value to determine its length. */
    private static void readAll(Connection connection, String table, Set<String> columns) throws SQLException {
        String lengths = columns.stream()
                .map(column -> "total(length(" + SqlIdentifiers.quoted(column) + "))")
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT " + lengths + " FROM " + SqlIdentifiers.quoted(table) + " NOT INDEXED")) {
            row.next();
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            return strings(statement);
        }
    }

    static Set<String> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT name FROM pragma_table_info(?)")) {
            statement.setString(1, table);
            return strings(statement);
        }
    }

    private static Set<String> strings(PreparedStatement statement) throws SQLException {
        Set<String> strings = new LinkedHashSet<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }
}
