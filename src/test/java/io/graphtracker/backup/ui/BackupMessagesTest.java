package io.graphtracker.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.feedback.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupMessagesTest {

    @TempDir
    Path root;

    @Test
    void whoeverHasToWaitIsToldSoWithoutAlarm() throws IOException, SQLException {
        try (TestBackups backups = TestBackups.start(root)) {
            Message message = new BackupMessages(backups.bean(BackupTexts.class))
                    .of(new BackupException(
                            BackupProblem.TOO_MANY_BACKUPS, 10, ZonedDateTime.parse("2026-11-25T12:34:56Z"), 1));

            assertThat(message.kind()).isEqualTo(Message.Kind.INFORMATION);
            assertThat(message.text())
                    .isEqualTo(
                            "No backup was made, since 10 were made within the last minute, the latest at 12:34:56.");
            assertThat(message.hint()).isEqualTo("The next one can be made in 1 second.");
        }
    }
}
