package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.OnPostgresql;
import io.graphtracker.testing.Thorough;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

@OnPostgresql
@Thorough
class SchemaPostgresqlTest extends SchemaContract {

    @Test
    void itReallyIsPostgresql() {
        assertThat(sql.sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
    }

    @Test
    void instantsAreStoredInUtc() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            newProject();
        } finally {
            TimeZone.setDefault(before);
        }

        assertThat(sql.sql("select updated_at::text from project")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-11-22 20:30:00.123");
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
