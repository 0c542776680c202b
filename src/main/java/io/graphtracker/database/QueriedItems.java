package io.graphtracker.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a query as items; SQLite's driver reads each row on demand. */
final class QueriedItems implements DatabaseContents.Items {

    private final PreparedStatement statement;
    private final ResultSet rows;

    QueriedItems(Connection connection, String query) throws SQLException {
        statement = connection.prepareStatement(query);
        try {
            rows = statement.executeQuery();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    @Override
    public DatabaseContents.@Nullable Item next() throws SQLException {
        return rows.next() ? new DatabaseContents.Item(text(1), text(2), text(3)) : null;
    }

    /** A foreign database may contain null where ours never does. */
    private String text(int column) throws SQLException {
        return Objects.requireNonNullElse(rows.getString(column), "");
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
