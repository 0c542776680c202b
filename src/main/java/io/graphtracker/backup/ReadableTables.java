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

/** The tables that this version reads, to be found in databases of which little else is known. */
@Component
public class ReadableTables {

    /** A table that is stored as such: neither a view nor the invention of a module. */
    private static final String TABLES = "SELECT name FROM sqlite_schema"
            + " WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite@_%' ESCAPE '@'";

    private final ExpectedSchemas reference;

    ReadableTables(ExpectedSchemas reference) {
        this.reference = reference;
    }

    /**
     * Reads every row of each of them.
     *
     * @throws SQLException if one cannot be read, or is not there as it has to be
     */
    public void requireReadable(Connection connection) throws SQLException {
        Set<String> there = tables(connection);
        for (Map.Entry<String, Set<String>> expected :
                reference.latest().columns().entrySet()) {
            String table = expected.getKey();
            if (!there.contains(table) || !columns(connection, table).containsAll(expected.getValue())) {
                throw new SQLException("Its table " + table + " is not as this version needs it");
            }
            readAll(connection, table, expected.getValue());
        }
    }

    /**
     * Reads every row of those that are there, in whatever form: so that what changes them afterwards comes to an end, if this does.
     *
     * @throws SQLException if one cannot be read
     */
    public void requireEnd(Connection connection) throws SQLException {
        for (String table : tables(connection)) {
            if (reference.latest().columns().containsKey(table)) {
                readAll(connection, table, columns(connection, table));
            }
        }
    }

    /** The length of a value is known only to who reads it. */
    private static void readAll(Connection connection, String table, Set<String> columns) throws SQLException {
        String lengths = columns.stream()
                .map(column -> "total(length(" + SchemaCompilationCheck.quoted(column) + "))")
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT " + lengths + " FROM " + SchemaCompilationCheck.quoted(table) + " NOT INDEXED")) {
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
