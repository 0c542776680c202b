package io.graphtracker.database.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Detects whether a database was written to since it was opened.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_data_version">PRAGMA data_version</a>
 */
public final class ChangeDetector implements AutoCloseable {

    private final Connection connection;
    private final long before;

    private ChangeDetector(Connection connection, long before) {
        this.connection = connection;
        this.before = before;
    }

    /** Begins to watch a database. */
    public static ChangeDetector open(Path database) throws SQLException {
        Connection connection = SqliteFiles.open(database);
        try {
            return new ChangeDetector(connection, version(connection));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Whether another connection, of this or another process, has committed a change since. Thread-safe. */
    public boolean isChanged() throws SQLException {
        return version(connection) != before;
    }

    private static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("PRAGMA data_version")) {
            return version.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
