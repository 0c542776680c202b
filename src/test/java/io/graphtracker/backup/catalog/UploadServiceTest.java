package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupFolder;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupSettings;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.FolderLock;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.operations.Operation;
import io.graphtracker.backup.operations.OperationKind;
import io.graphtracker.backup.operations.OperationsRecord;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.testing.StubVolumeSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UploadServiceTest {

    private static final String NAME = "graph_tracker_20250102_030405.sqlite";
    private static final String NOW = "graph_tracker_20261122_213000.sqlite";

    @TempDir
    Path root;

    private TestBackups backups;
    private UploadService service;
    private byte[] backup;

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

    @Test
    void aBackupIsKeptUnderItsNameWithChecksumAndManifest() throws IOException {
        assertThat(upload(NAME)).isEqualTo(NAME);

        Path file = backups.file(NAME);
        assertThat(file).hasBinaryContent(backup);
        assertThat(names()).containsExactlyInAnyOrder(NAME, NAME + ".json", NAME + ".sha256");
        assertThat(Path.of(file + ".sha256")).hasContent(Sha256.of(file) + "  " + NAME + "\n");
        BackupManifest manifest = manifest(NAME);
        assertThat(manifest.kind()).isEqualTo(BackupKind.UPLOADED);
        assertThat(manifest.file()).isEqualTo(NAME);
        assertThat(manifest.createdAt()).isEqualTo("2025-01-02T03:04:05Z");
        assertThat(manifest.provenAt()).isEqualTo(backups.now());
        assertThat(manifest.sizeBytes()).isEqualTo(backup.length);
        assertThat(manifest.sha256()).isEqualTo(Sha256.of(file));
        assertThat(manifest.schemaVersion()).isEqualTo("2");
        assertThat(backups.bean(BackupCatalog.class).find(NAME).state()).isInstanceOf(CheckState.Proven.class);
    }

    @Test
    void itIsRecordedAndPublished() throws IOException {
        long published = backups.published(CatalogChanged.class);

        upload(NAME);

        assertThat(last().kind()).isEqualTo(OperationKind.UPLOADED);
        assertThat(last().backup()).isEqualTo(NAME);
        assertThat(last().by()).isEqualTo("zoe");
        assertThat(last().succeeded()).isTrue();
        assertThat(backups.published(CatalogChanged.class)).isEqualTo(published + 1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void allOfItIsForItsOwnersEyesOnlyFromTheFirstByteOn() throws IOException {
        List<String> permissions = new ArrayList<>();
        InputStream watching = new InputStream() {
            @Override
            public int read() throws IOException {
                return -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try (var files = Files.newDirectoryStream(backups.folder(), ".upload-*.part")) {
                    for (Path part : files) {
                        permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
                    }
                }
                return -1;
            }
        };
        service.upload(new SequenceInputStream(content(backup), watching), NAME, backup.length, "zoe");

        assertThat(permissions).containsExactly("rw-------");
        for (String name : names()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backups.file(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        upload(NAME);
        Files.writeString(backups.file("graph_tracker_20250102_030405_2.sqlite.json"), "of somebody");

        assertThat(upload(NAME)).isEqualTo("graph_tracker_20250102_030405_3.sqlite");
        assertThat(manifest("graph_tracker_20250102_030405_3.sqlite").file())
                .isEqualTo("graph_tracker_20250102_030405_3.sqlite");
        assertThat(backups.file(NAME)).hasBinaryContent(backup);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mine.sqlite",
                "backup (1).db",
                "graph_tracker_20250102_030405 (1).sqlite",
                "graph_tracker_20259999_999999.sqlite",
                NAME + ".json",
                "../" + NAME,
                "..\\" + NAME,
                "/etc/" + NAME,
                "C:\\Users\\zoe\\" + NAME,
                NAME + "\0",
                NAME + "\n",
                "..",
                "\uD800"
            })
    void underAnotherNameItIsKeptUnderTheTime(String name) throws IOException {
        assertThat(upload(name)).isEqualTo(NOW);
        assertThat(names()).containsExactlyInAnyOrder(NOW, NOW + ".json", NOW + ".sha256");
        assertThat(manifest(NOW).createdAt()).isEqualTo("2026-11-22T21:30:00Z");
        assertThat(root.resolve(NAME)).doesNotExist();
    }

    @Test
    void aLongNameIsNoName() throws IOException {
        assertThat(upload("x".repeat(100_000) + ".sqlite")).isEqualTo(NOW);
        assertThat(last().backup()).as("what it is called here").isEqualTo(NOW);
    }

    /** Else it would be the newest for years, and the newest proven one could be deleted. */
    @ParameterizedTest
    @CsvSource({
        "graph_tracker_99991231_235959.sqlite, 2026-11-22T21:30:00Z",
        "graph_tracker_20261122_213001.sqlite, 2026-11-22T21:30:00Z",
        "graph_tracker_19691231_235959.sqlite, 1970-01-01T00:00:01Z",
        "graph_tracker_00000101_000000.sqlite, 1970-01-01T00:00:01Z"
    })
    void aNameFromAStrangeTimeDoesNotDeceive(String name, Instant created) throws IOException {
        assertThat(upload(name)).isEqualTo(name);

        assertThat(manifest(name).createdAt()).isEqualTo(created);
    }

    @Test
    void itsLengthNeedNotBeAnnounced() throws IOException {
        assertThat(service.upload(content(backup), NAME, -1, "zoe")).isEqualTo(NAME);
    }

    @Test
    void theFolderIsMade() throws IOException {
        Files.delete(backups.file(".graph_tracker.lock"));
        Files.delete(backups.folder());

        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    @Test
    void garbageIsRefused() throws IOException {
        assertUnusable("garbage ".repeat(10_000).getBytes(), "no-database");
        assertUnusable(new byte[0], "no-database");
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefused() throws IOException, SQLException {
        Path other = root.resolve("other.db");
        try (Connection connection = TestDatabase.open(other)) {
            TestDatabase.execute(connection, "CREATE TABLE t (x)");
        }

        assertUnusable(Files.readAllBytes(other), "foreign");
    }

    @Test
    void whatIsNotWholeIsRefused() throws IOException {
        assertUnusable(Arrays.copyOf(backup, backup.length / 2), "length");
        assertUnusable(Arrays.copyOf(backup, backup.length - 1), "length");
        assertUnusable(Arrays.copyOf(backup, backup.length + 1), "length");
    }

    @Test
    void whatIsDamagedIsRefused() throws IOException {
        byte[] damaged = backup.clone();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 4096, (byte) 0xff);

        assertUnusable(damaged, "damaged");
    }

    @Test
    void whatRefersToNothingIsRefused() throws IOException, SQLException {
        Path other = Files.write(root.resolve("other.db"), backup);
        try (Connection connection = TestDatabase.open(other)) {
            TestDatabase.execute(
                    connection,
                    "CREATE TABLE part (item INTEGER REFERENCES item (id))",
                    "PRAGMA foreign_keys = OFF",
                    "INSERT INTO part VALUES (123456)");
        }

        assertUnusable(Files.readAllBytes(other), "foreign-keys");
    }

    @Test
    void whatEndsEarlyIsIncomplete() throws IOException {
        assertRefused(content(Arrays.copyOf(backup, 5000)), backup.length, BackupProblem.UPLOAD_INCOMPLETE);
        assertRefused(content(new byte[0]), backup.length, BackupProblem.UPLOAD_INCOMPLETE);
    }

    @Test
    void whatBreaksOffIsIncomplete() throws IOException {
        assertRefused(brokenOff(new IOException("connection reset")), backup.length, BackupProblem.UPLOAD_INCOMPLETE);
        assertRefused(brokenOff(new IOException("connection reset")), -1, BackupProblem.UPLOAD_INCOMPLETE);
    }

    @Test
    void whateverElseIsThrownLeavesNothing() throws IOException {
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup.catalog")) {
            assertRefused(brokenOff(new IllegalStateException("of the server")), -1, BackupProblem.UNEXPECTED);

            assertThat(log.text()).contains("of the server");
            assertThat(last().detail()).matches("That did not work.*\\(error [0-9a-f]{8}\\)\\.");
        }
    }

    /** It is not read to its end, which may be far. */
    @Test
    void whatIsLongerThanAnnouncedIsStopped() throws IOException {
        assertRefused(endless(), 300_000, BackupProblem.UPLOAD_INCOMPLETE);
        assertRefused(content(backup), backup.length - 1, BackupProblem.UPLOAD_INCOMPLETE);
        assertRefused(content(backup), 0, BackupProblem.UPLOAD_INCOMPLETE);
    }

    @Test
    void whatIsAnnouncedTooLargeIsNotRead() throws IOException {
        InputStream unread = brokenOff(new AssertionError("was read"));

        assertRefused(unread, UploadService.LARGEST_BYTES + 1, BackupProblem.UPLOAD_TOO_LARGE);
        assertThat(last().detail()).contains("4.0 GB");
    }

    @Test
    void whatTurnsOutTooLargeIsStopped() throws IOException {
        service = limitedTo(1_000_000);

        assertRefused(endless(), -1, BackupProblem.UPLOAD_TOO_LARGE);
    }

    @Test
    void theLimitItselfMayBeReached() {
        service = limitedTo(backup.length);
        assertThat(upload(NAME)).isEqualTo(NAME);

        service = limitedTo(backup.length - 1);
        assertThat(failure(content(backup), -1).problem()).isEqualTo(BackupProblem.UPLOAD_TOO_LARGE);
    }

    @Test
    void tooLittleSpaceIsToldBeforeItIsRead() throws IOException {
        backups.bean(StubVolumeSpace.class).answer(() -> 1_000_000);

        assertRefused(brokenOff(new AssertionError("was read")), backup.length, BackupProblem.NOT_ENOUGH_SPACE);
    }

    @Test
    void aLargeFileNeedsItsOwnSpace() throws IOException {
        backups.bean(StubVolumeSpace.class).answer(() -> 100_000_000);

        assertRefused(brokenOff(new AssertionError("was read")), 200_000_000, BackupProblem.NOT_ENOUGH_SPACE);
        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    @Test
    void settingsThatNameNoFolderAreTold() throws IOException {
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=.env\nDATABASE_URL=sqlite:///live.db\n");

        assertThat(failure(content(backup), -1).problem()).isEqualTo(BackupProblem.BACKUPS_DIR_UNUSABLE);
        assertThat(last().problem()).isEqualTo("backups_dir_unusable");
    }

    /** The lock is needed for the name alone, so the file arrives meanwhile. */
    @Test
    void whileABackupIsMadeItIsNotPublished() throws IOException {
        service = limitedTo(UploadService.LARGEST_BYTES, tries -> false);
        ZonedDateTime since = ZonedDateTime.ofInstant(backups.now(), ZoneOffset.UTC);
        try (FolderLock lock = BackupFolder.prepare(backups.folder()).lock(since)) {
            assertRefused(content(backup), backup.length, BackupProblem.BACKUP_RUNNING);
            assertThat(last().detail()).isEqualTo("A backup is running since 21:30:00.");
        }
        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    @Test
    void itWaitsForTheBackupThatIsMade() throws IOException {
        ZonedDateTime since = ZonedDateTime.ofInstant(backups.now(), ZoneOffset.UTC);
        FolderLock lock = BackupFolder.prepare(backups.folder()).lock(since);
        service = limitedTo(UploadService.LARGEST_BYTES, tries -> {
            if (tries == 3) {
                lock.close();
            }
            return true;
        });

        assertThat(upload(NAME)).isEqualTo(NAME);
    }

    @Test
    void whatACrashLeftIsClearedAwayAtTheStartIfItIsOld() throws IOException {
        Path old = leftover(".upload-1.part", Duration.ofHours(25));
        Path young = leftover(".upload-2.part", Duration.ofHours(23));
        Path other = leftover(".upload-3.txt", Duration.ofDays(99));
        Path visible = leftover("upload-4.part", Duration.ofDays(99));
        List<Runnable> tasks = new ArrayList<>();

        sweep(tasks);
        assertThat(old).exists();
        tasks.forEach(Runnable::run);

        assertThat(old).doesNotExist();
        assertThat(List.of(young, other, visible))
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void withoutAFolderThereIsNothingToClearAway() throws IOException {
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup.catalog")) {
            for (String env : List.of("BACKUPS_DIR=missing\n", "BACKUPS_DIR=\n", "BACKUPS_DIR=.env\n", "")) {
                Files.writeString(root.resolve(".env"), env + "DATABASE_URL=sqlite:///live.db\n");
                List<Runnable> tasks = new ArrayList<>();
                sweep(tasks);
                tasks.forEach(Runnable::run);
            }
            assertThat(log.messages(Level.WARN)).isEmpty();
            assertThat(root.resolve("missing")).doesNotExist();
        }
    }

    private void sweep(List<Runnable> tasks) {
        new UploadParts(backups.bean(BackupSettings.class), tasks::add, backups.bean(SettableClock.class)).sweepLater();
    }

    private Path leftover(String name, Duration age) throws IOException {
        Path file = Files.writeString(backups.file(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(backups.now().minus(age)));
    }

    private UploadService limitedTo(long bytes) {
        return limitedTo(bytes, tries -> false);
    }

    private UploadService limitedTo(long bytes, IntPredicate waits) {
        return new UploadService(
                backups.bean(BackupSettings.class),
                backups.bean(StubVolumeSpace.class),
                backups.bean(FileCheck.class),
                backups.bean(ManifestFactory.class),
                backups.bean(RecordedWork.class),
                backups.bean(SettableClock.class),
                bytes,
                waits);
    }

    private String upload(String name) {
        return service.upload(content(backup), name, backup.length, "zoe");
    }

    private void assertUnusable(byte[] content, String kind) throws IOException {
        BackupException reason = assertRefused(content(content), content.length, BackupProblem.BACKUP_UNUSABLE);
        assertThat(reason.kind()).isEqualTo(kind);
    }

    /** Also that nothing of it is left, and that older ones are what they were. */
    private BackupException assertRefused(InputStream content, long announced, BackupProblem problem)
            throws IOException {
        FolderContents before = FolderContents.of(backups.folder());

        BackupException reason = failure(content, announced);

        assertThat(reason.problem()).isEqualTo(problem);
        assertThat(FolderContents.of(backups.folder())).isEqualTo(before);
        assertThat(last().kind()).isEqualTo(OperationKind.UPLOADED);
        assertThat(last().backup()).isEqualTo(NAME);
        assertThat(last().problem()).isEqualTo(problem.code());
        return reason;
    }

    private BackupException failure(InputStream content, long announced) {
        BackupException reason =
                catchThrowableOfType(BackupException.class, () -> service.upload(content, NAME, announced, "zoe"));
        assertThat(reason).isNotNull();
        return reason;
    }

    private static InputStream content(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Begins well. */
    private InputStream brokenOff(Throwable end) {
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

    private InputStream endless() {
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

    private Set<String> names() throws IOException {
        return FolderContents.of(backups.folder()).names();
    }

    private BackupManifest manifest(String name) {
        return BackupManifest.read(backups.file(name + ".json")).orElseThrow();
    }

    private Operation last() throws IOException {
        return backups.bean(OperationsRecord.class).latest(1).getFirst();
    }
}
