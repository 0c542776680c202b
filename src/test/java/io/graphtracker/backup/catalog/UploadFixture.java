package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.testing.StubVolumeSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder for uploads, and files to upload. */
@Timeout(60)
abstract class UploadFixture {
    static final String NAME = "graph_tracker_20250102_030405.sqlite";
    static final String NOW = "graph_tracker_20261122_213000.sqlite";

    @TempDir
    Path root;

    TestBackups backups;
    UploadService service;
    byte[] backup;

    @BeforeEach
    void make() throws IOException, SQLException {
        backups = TestBackups.start(root);
        service = backups.bean(UploadService.class);
        Path made = backups.make();
        backup = Files.readAllBytes(made);
        for (String suffix : List.of("", ".json", ".sha256")) {
            Files.delete(Path.of(made + suffix));
        }
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    void deleteLeftovers() throws IOException {
        new UploadParts(backups.bean(SettableClock.class)).deleteLeftovers(backups.folder());
    }

    Path leftover(String name, Duration age) throws IOException {
        Path file = Files.writeString(backups.file(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(backups.now().minus(age)));
    }

    UploadService limitedTo(long bytes) {
        return limitedTo(bytes, tries -> false);
    }

    UploadService limitedTo(long bytes, IntPredicate waits) {
        return with(backups.bean(UploadSpaceCheck.class), bytes, waits);
    }

    UploadService with(UploadSpaceCheck spaceCheck) {
        return with(spaceCheck, UploadService.LARGEST_BYTES, tries -> false);
    }

    private UploadService with(UploadSpaceCheck spaceCheck, long bytes, IntPredicate waits) {
        return new UploadService(
                backups.bean(BackupsDirectory.class),
                backups.bean(StubVolumeSpace.class),
                spaceCheck,
                backups.bean(BackupVerifier.class),
                backups.bean(ManifestFactory.class),
                backups.bean(AuditedWork.class),
                backups.bean(SettableClock.class),
                bytes,
                waits);
    }

    String upload(String name) {
        return service.upload(content(backup), name, backup.length, "zoe");
    }

    void assertUnusable(byte[] content, String kind) throws IOException {
        BackupException reason = assertRefused(content(content), content.length, BackupProblem.BACKUP_UNUSABLE);
        assertThat(reason.kind()).isEqualTo(kind);
    }

    /** Also requires that nothing of it is left, and that older backups are unchanged. */
    BackupException assertRefused(InputStream content, long announced, BackupProblem problem) throws IOException {
        FolderContents before = FolderContents.of(backups.folder());

        BackupException reason = failure(content, announced);

        assertThat(reason.problem()).isEqualTo(problem);
        assertThat(FolderContents.of(backups.folder())).isEqualTo(before);
        assertThat(last().kind()).isEqualTo(AuditEntryKind.UPLOADED);
        assertThat(last().backup()).isEqualTo(NAME);
        assertThat(last().problem()).isEqualTo(problem.code());
        return reason;
    }

    BackupException failure(InputStream content, long announced) {
        BackupException reason =
                catchThrowableOfType(BackupException.class, () -> service.upload(content, NAME, announced, "zoe"));
        assertThat(reason).isNotNull();
        return reason;
    }

    static InputStream content(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** The first bytes are those of a database. */
    InputStream brokenOff(Throwable end) {
        return new SequenceInputStream(content(Arrays.copyOf(backup, 5000)), new InputStream() {
            @Override
            public int read() throws IOException {
                switch (end) {
                    case IOException e -> throw e;
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    default -> throw new IllegalArgumentException(end);
                }
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
    }

    InputStream endless() {
        return new InputStream() {
            private long sent;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                sent += length;
                assertThat(sent).as("bytes that were read").isLessThan(10_000_000);
                return length;
            }
        };
    }

    Set<String> names() throws IOException {
        return FolderContents.of(backups.folder()).names();
    }

    BackupManifest manifest(String name) {
        return BackupManifest.read(backups.file(name + ".json")).orElseThrow();
    }

    AuditEntry last() throws IOException {
        return backups.bean(AuditLog.class).latest(1).getFirst();
    }
}
