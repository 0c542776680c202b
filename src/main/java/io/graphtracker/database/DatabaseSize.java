package io.graphtracker.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * How large the database is. The engine is asked: what was written last may still be in SQLite's log, so the length of the
 * database file alone says little.
 */
@Component
public class DatabaseSize {

    private final DatabaseUrl database;
    private final DataSource dataSource;

    DatabaseSize(DatabaseUrl database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /**
     * Its size in bytes.
     *
     * @throws SQLException if the database cannot be asked
     */
    public long bytes() throws SQLException {
        String question = switch (database) {
            case DatabaseUrl.Sqlite sqlite ->
                "SELECT c.page_count * s.page_size FROM pragma_page_count c, pragma_page_size s";
            case DatabaseUrl.Postgresql postgresql -> "SELECT pg_database_size(current_database())";
        };
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
