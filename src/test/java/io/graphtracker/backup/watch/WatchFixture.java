package io.graphtracker.backup.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.testing.StubBackupTimer;
import io.graphtracker.testing.StubVolumeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups to watch, with a timer that a test drives. */
@Timeout(60)
abstract class WatchFixture {

    @TempDir
    Path root;

    TestBackups backups;
    WatchRuns runs;
    WatchStore store;
    WatchClaims claims;

    @BeforeEach
    void make() throws IOException, SQLException {
        use(TestBackups.start(root, StubBackupTimer.class));
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    void restart() {
        backups.close();
        use(TestBackups.resume(root, StubBackupTimer.class));
    }

    private void use(TestBackups started) {
        backups = started;
        runs = backups.bean(WatchRuns.class);
        store = backups.bean(WatchStore.class);
        claims = backups.bean(WatchClaims.class);
    }

    StubBackupTimer timer() {
        return backups.bean(StubBackupTimer.class);
    }

    StubVolumeSpace space() {
        return backups.bean(StubVolumeSpace.class);
    }

    void start(WatchJob job) throws IOException {
        assertThat(runs.start(job, "anna")).isEqualTo(WatchRuns.Start.STARTED);
    }

    /** Lets a run go on until its end. */
    void finish() {
        while (runs.progress().isPresent()) {
            timer().runFirst();
        }
    }

    void run(WatchJob job) throws IOException {
        start(job);
        finish();
    }

    void damage(String name) throws IOException {
        TestDatabase.damagePage(backups.file(name), 3);
    }

    DrillResult drill() throws IOException {
        DrillResult result = store.read().drill();
        assertThat(result).isNotNull();
        return result;
    }

    VerificationResult verification() throws IOException {
        VerificationResult result = store.read().verification();
        assertThat(result).isNotNull();
        return result;
    }

    DataSafety safety() {
        return backups.bean(SafetyReader.class).read();
    }

    List<AuditEntry> recorded(AuditEntryKind kind) throws IOException {
        return backups.bean(AuditLog.class).latest(100).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    /** Hidden files beside the database. */
    List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".restore"))
                    .sorted()
                    .toList();
        }
    }
}
