package io.graphtracker.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * The size of the database, as reported by the engine: the length of a SQLite file does not include recent changes,
 * which are in its write-ahead log.
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
     * @throws SQLException if the query fails
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
