package io.graphtracker.backup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.OnPostgresql;
import io.graphtracker.testing.RunningServer;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on a real PostgreSQL server. */
@ContextConfiguration(initializers = OnPostgresql.Database.class)
@Thorough
class UnsupportedDatabaseHttpTest extends RunningServer {

    @ParameterizedTest
    @ValueSource(strings = {"BACKUPS_DIR=backups", "BACKUPS_DIR=", "BACKUPS_DIR=\"not closed"})
    void saysSoWhateverTheSettingsAre(String line) throws IOException {
        env(line + "\n");

        Answer answer = HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unsupported_database");
        assertThat(answer.json().get("message").asString()).isEqualTo("Only SQLite is supported in this version.");
        assertThat(answer.json().get("hint").asString()).contains("PostgreSQL");
        assertThat(home().resolve("backups")).doesNotExist();
    }

    @Test
    void nothingIsWatched() throws IOException {
        assertThat(HttpCalls.call(port(), "GET", "/actuator/health/backups").status())
                .isEqualTo(200);
        assertThat(HttpCalls.call(port(), "GET", "/actuator/prometheus").body())
                .contains("graphtracker_backup_safe NaN", "graphtracker_backup_age_seconds NaN");
    }

    @Test
    void itsPagesAreServed() throws IOException {
        assertThat(HttpCalls.call(port(), "GET", "/").status()).isEqualTo(200);
    }
}
