package io.graphtracker.backup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupService;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A client in a loop is slowed down, but nothing that users rely on. */
@TestPropertySource(properties = "graphtracker.backups-per-minute=2")
class TooManyBackupsHttpTest extends RunningServer {

    private static final String PATH = "/api/v1/settings/backup-db";

    @Autowired
    private BackupService backups;

    @Test
    void aClientInALoopIsToldToWait() throws IOException {
        env("BACKUPS_DIR=backups\n");
        assertThat(post().status()).isEqualTo(200);
        assertThat(post().status()).isEqualTo(200);

        for (int i = 0; i < 100; i++) {
            Answer answer = post();
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
            assertThat(Integer.parseInt(answer.headers().get("retry-after"))).isBetween(1, 60);
            assertThat(answer.code()).isEqualTo("too_many_backups");
            assertThat(answer.json().get("message").asString())
                    .startsWith("No backup was made, since 2 were made within the last minute, the latest at ");
            assertThat(answer.json().get("hint").asString()).matches("The next one can be made in \\d+ seconds?\\.");
        }

        try (var files = Files.list(home().resolve("backups"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".sqlite")))
                    .hasSize(2);
        }
        assertThat(backups.backUp(BackupKind.BEFORE_RESTORE, "local").file()).exists();
    }

    private Answer post() throws IOException {
        return HttpCalls.call(port(), "POST", PATH);
    }
}
