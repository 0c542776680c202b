package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.sqlite.SqliteApplicationId;
import io.graphtracker.testing.OnSqlite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnSqlite
class SchemaSqliteTest extends SchemaContract {

    @Test
    void theFileSaysWhoseItIs() {
        assertThat(sql.sql("pragma application_id").query(Integer.class).single())
                .isEqualTo(SqliteApplicationId.VALUE)
                .isEqualTo(1196716651);
    }

    /** For example, Hibernate tries to add tables for bulk updates at every start. */
    @Test
    void nothingButTheMigrationsMakesTables() {
        assertThat(sql.sql("select name from sqlite_schema where type = 'table'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "change",
                        "change_row",
                        "comment",
                        "edge",
                        "flyway_schema_history",
                        "node",
                        "node_layout",
                        "project",
                        "ui_preference");
    }

    /** The comparison of two databases reads both side by side. */
    @Test
    void theProjectsAreToldInTheOrderOfTheirIds(@Autowired DatabaseContents contents) throws SQLException {
        List<String> expected = Stream.generate(this::newProject)
                .limit(20)
                .map(UUID::toString)
                .sorted()
                .toList();

        List<String> told = new ArrayList<>();
        try (Connection connection = source.getConnection();
                DatabaseContents.Items items = contents.items(connection)) {
            for (DatabaseContents.Item item = items.next(); item != null; item = items.next()) {
                told.add(item.id());
                assertThat(item.name()).isNotBlank();
                assertThat(item.version()).matches("\\d{13}");
            }
        }

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void theFileIsSound() {
        projects.createSample();

        assertThat(sql.sql("pragma integrity_check").query(String.class).single())
                .isEqualTo("ok");
        assertThat(sql.sql("pragma foreign_key_check").query().listOfRows()).isEmpty();
    }
}
