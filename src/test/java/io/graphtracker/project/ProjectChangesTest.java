package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many changes lie between two states of the projects. */
class ProjectChangesTest {

    @ParameterizedTest
    @CsvSource({
        // the same
        "'', '', 0",
        "'(''a'', 3, 1)', '(''a'', 3, 1)', 0",
        // changes of a plan, and a new name
        "'(''a'', 3, 1)', '(''a'', 5, 2)', 2",
        "'(''a'', 3, 1)', '(''a'', 3, 2)', 1",
        // made, with what was changed in it since; deleted
        "'', '(''a'', 0, 1)', 1",
        "'', '(''a'', 4, 1)', 5",
        "'(''a'', 9, 1)', '', 1",
        "'(''b'', 9, 1)', '(''a'', 0, 1), (''c'', 0, 1)', 3",
        "'(''a'', 1, 1), (''b'', 9, 1)', '(''a'', 2, 1), (''c'', 0, 1)', 3",
        // an older state was restored
        "'(''a'', 9, 1)', '(''a'', 3, 1)', 6"
    })
    void theyAreCounted(String earlier, String present, long changes) throws SQLException {
        try (Connection before = database(earlier);
                Connection now = database(present)) {
            assertThat(ProjectChanges.between(before, now)).isEqualTo(changes);
        }
    }

    private static Connection database(String rows) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table project (id text, revision integer, updated_at integer)");
            if (!rows.isEmpty()) {
                statement.execute("insert into project values " + rows);
            }
        }
        return connection;
    }
}
