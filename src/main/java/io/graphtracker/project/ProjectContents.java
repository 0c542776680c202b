package io.graphtracker.project;

import io.graphtracker.database.DatabaseContents;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** Counts projects, tasks and dependencies with plain JDBC, so that it works on a backup, without JPA. */
@Component
class ProjectContents implements DatabaseContents {

    private static final List<String> TABLES = List.of("project", "node", "edge");

    @Override
    public SequencedMap<String, Long> counts(Connection connection) throws SQLException {
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                // not count(*), which SQLite computes without calling the progress handler
                try (ResultSet result = statement.executeQuery("select count(1) from " + table)) {
                    result.next();
                    counts.put(table + "s", result.getLong(1));
                }
            }
        }
        return counts;
    }

    @Override
    public Items items(Connection connection) throws SQLException {
        return Items.of(connection, "select id, name, updated_at from project order by id");
    }

    @Override
    public OptionalLong changes(Connection earlier, Connection present) throws SQLException {
        return OptionalLong.of(ProjectChanges.between(earlier, present));
    }
}
