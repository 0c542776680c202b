package io.graphtracker.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All rows of a SQLite database, to compare one with another. */
public final class DatabaseRows {

    private DatabaseRows() {}

    /** The rows of each table, sorted by their text. */
    public static SortedMap<String, List<String>> of(Path database) throws SQLException {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            for (String table : tables(connection)) {
                rows.put(table, rows(connection, table));
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            int columns = all.getMetaData().getColumnCount();
            while (all.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(all.getObject(column)));
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
