package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup to verify. */
@Timeout(60)
abstract class VerifyFixture {
    static final int PAGE_BYTES = 4096;

    @TempDir
    Path root;

    TestBackups backups;
    CatalogService service;
    Path file;
    String name;
    BackupManifest original;

    @BeforeEach
    void make() throws IOException, SQLException {
        backups = TestBackups.start(root);
        service = backups.bean(CatalogService.class);
        file = backups.make();
        name = file.getFileName().toString();
        original = manifest();
        backups.advance(Duration.ofDays(3));
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    void forgetWhatIsKnown() throws IOException {
        Files.delete(manifestFile());
        Files.delete(checksumFile());
    }

    void change(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.open(file)) {
            TestDatabase.execute(connection, statements);
        }
    }

    void flip(long offset) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(offset);
            int value = access.read();
            access.seek(offset);
            access.write(value ^ 1);
        }
    }

    void assertUnusable(String kind) {
        BackupException reason = failure();
        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_UNUSABLE);
        assertThat(reason.kind()).isEqualTo(kind);
    }

    String reason() {
        BackupException reason = failure();
        assertThat(reason).isNotNull();
        assertThat(List.of(BackupProblem.BACKUP_UNUSABLE, BackupProblem.BACKUP_NOT_FOUND))
                .contains(reason.problem());
        return reason.kind();
    }

    BackupException failure() {
        return catchThrowableOfType(BackupException.class, () -> service.verify(name, "zoe"));
    }

    Path manifestFile() {
        return file.resolveSibling(name + ".json");
    }

    Path checksumFile() {
        return file.resolveSibling(name + ".sha256");
    }

    BackupManifest manifest() {
        return BackupManifest.read(manifestFile()).orElseThrow();
    }
}
