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

    @Test
    void theFileIsSound() {
        projects.createSample();

        assertThat(sql.sql("pragma integrity_check").query(String.class).single())
                .isEqualTo("ok");
        assertThat(sql.sql("pragma foreign_key_check").query().listOfRows()).isEmpty();
    }
}
