package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.environment.SqliteApplicationId;
import io.graphtracker.testing.OnSqlite;
import org.junit.jupiter.api.Test;

@OnSqlite
class SchemaSqliteTest extends SchemaContract {

    @Test
    void theFileSaysWhoseItIs() {
        assertThat(sql.sql("pragma application_id").query(Integer.class).single())
                .isEqualTo(SqliteApplicationId.VALUE)
                .isEqualTo(1196716651);
    }

    /** Hibernate, for one, would like to add tables for bulk updates at each start. */
    @Test
    void nothingButTheMigrationsMakesTables() {
        assertThat(sql.sql("select name from sqlite_schema where type = 'table'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "edge", "flyway_schema_history", "node", "node_layout", "project", "ui_preference");
    }

    @Test
    void theFileIsSound() {
        projects.createSample();

        assertThat(sql.sql("pragma integrity_check").query(String.class).single())
                .isEqualTo("ok");
        assertThat(sql.sql("pragma foreign_key_check").query().listOfRows()).isEmpty();
    }
}
