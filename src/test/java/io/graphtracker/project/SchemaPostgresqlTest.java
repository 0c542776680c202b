package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.OnPostgresql;
import org.junit.jupiter.api.Test;

@OnPostgresql
class SchemaPostgresqlTest extends SchemaContract {

    @Test
    void itReallyIsPostgresql() {
        assertThat(sql.sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
    }

    @Test
    void onlyTheCommonScriptsAreApplied() {
        assertThat(sql.sql("select version from flyway_schema_history")
                        .query(String.class)
                        .list())
                .contains("2")
                .doesNotContain("1");
    }
}
