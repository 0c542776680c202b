package io.graphtracker.backup.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.testing.StubVolumeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAuditorTest {

    @TempDir
    Path root;

    private TestBackups backups;

    @BeforeEach
    void start() throws IOException, SQLException {
        backups = TestBackups.start(root);
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    @Test
    void aBackupThatWasMadeIsRecordedWithItsNameAndWhoAsked() throws IOException {
        Path file = backups.bean(BackupService.class).backUp("zoe").file();

        assertThat(backups.bean(AuditLog.class).latest(10)).singleElement().satisfies(operation -> {
            assertThat(operation.kind()).isEqualTo(AuditEntryKind.MADE);
            assertThat(operation.backup()).isEqualTo(file.getFileName().toString());
            assertThat(operation.user()).isEqualTo("zoe");
            assertThat(operation.at()).isEqualTo(backups.now().truncatedTo(ChronoUnit.MILLIS));
            assertThat(operation.succeeded()).isTrue();
        });
    }

    @Test
    void oneThatFailedIsRecordedWithTheReason() throws IOException {
        backups.bean(StubVolumeSpace.class).answer(() -> 1000);

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> backups.bean(BackupService.class).backUp("zoe"));

        assertThat(backups.bean(AuditLog.class).latest(10)).singleElement().satisfies(operation -> {
            assertThat(operation.kind()).isEqualTo(AuditEntryKind.MADE);
            assertThat(operation.backup()).isEmpty();
            assertThat(operation.user()).isEqualTo("zoe");
            assertThat(operation.problem()).isEqualTo("not_enough_space");
            assertThat(operation.detail()).startsWith("There is too little space");
        });
    }

    @Test
    void aRecordThatCannotBeWrittenChangesNothingAboutTheBackup() throws IOException {
        Files.createDirectories(backups.bean(AuditLog.class).file());

        assertThat(backups.bean(BackupService.class).backUp("zoe").file()).exists();
    }
}
