package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotVerifierTest {

    private static final BackupName NAME = BackupName.first(ZonedDateTime.parse("2026-11-22T21:30:00Z"));

    private static final CompletableFuture<ContentsReport> NOTHING_KNOWN =
            CompletableFuture.failedFuture(new CancellationException());

    @TempDir
    Path folder;

    private final SnapshotVerifier verifier =
            new SnapshotVerifier(Runnable::run, new ContentsInspector(TestSchema.check(), List.of()));
    private Path database;
    private SchemaFingerprint fingerprint;
    private PartFile part;

    @BeforeEach
    void copy() throws IOException, SQLException {
        database = TestDatabase.create(folder.resolve("source.db"));
        part = PartFile.create(Files.createDirectory(folder.resolve("backups")), NAME);
        try (SourceDatabase source = SourceDatabase.open(database)) {
            fingerprint = source.fingerprint();
            source.copyInto(part.path(), TestJobs.any());
        }
    }

    @AfterEach
    void close() throws IOException {
        part.close();
    }

    @Test
    void aGoodCopyPassesWithItsChecksum() throws IOException, SQLException {
        assertThat(verifier.verify(part, fingerprint, NOTHING_KNOWN, TestJobs.any())
                        .sha256())
                .isEqualTo(Sha256.of(part.path()));
    }

    @Test
    void aGoodCopyIsTheSameAfterwardsAndAlone() throws IOException, SQLException {
        FolderContents before = FolderContents.of(part.path().getParent());

        verifier.verify(part, fingerprint, NOTHING_KNOWN, TestJobs.any());

        assertThat(FolderContents.of(part.path().getParent())).isEqualTo(before);
    }

    @Test
    void theIdentityIsTheMarkTheVersionAndTheHistory() {
        assertThat(fingerprint)
                .isEqualTo(new SchemaFingerprint(
                        TestDatabase.APPLICATION_ID,
                        7,
                        List.of(
                                new SchemaFingerprint.Migration(1, "1", "V1__one.sql", null, true),
                                new SchemaFingerprint.Migration(2, "2", "V2__two.sql", "-5", true))));
    }

    @Test
    void aDatabaseWithoutHistoryHasNone() throws SQLException {
        try (Connection connection = TestDatabase.open(folder.resolve("plain.db"))) {
            TestDatabase.execute(connection, "CREATE TABLE t (x)");
            assertThat(SchemaFingerprint.read(connection)).isEqualTo(new SchemaFingerprint(0, 0, List.of()));
        }
    }

    @Test
    void noBytesAtAllFail() throws IOException {
        truncate(0);

        assertFails("header");
    }

    @Test
    void lessThanAHeaderFails() throws IOException {
        truncate(99);

        assertFails("header");
    }

    @Test
    void halfAFileThatEndsWithAPageFails() throws IOException {
        truncate(Files.size(part.path()) / 4096 / 2 * 4096);

        assertFails("length");
    }

    @Test
    void halfAFileThatEndsWithinAPageFails() throws IOException {
        truncate(Files.size(part.path()) / 2 + 1);

        assertFails("length");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096})
    void whatIsTooLongFails(int excess) throws IOException {
        Files.write(part.path(), new byte[excess], StandardOpenOption.APPEND);

        assertFails("length");
    }

    @Test
    void anotherMagicFails() throws IOException {
        byte[] bytes = Files.readAllBytes(part.path());
        bytes[3] = 'x';
        Files.write(part.path(), bytes);

        assertFails("header");
    }

    @Test
    void aDamagedPageInTheMiddleFails() throws IOException {
        int pages = (int) (Files.size(part.path()) / 4096);
        assertThat(pages).isGreaterThan(10);
        TestDatabase.damagePage(part.path(), pages / 2);

        assertFails("quick-check");
    }

    @Test
    void aDamagedSchemaFails() throws IOException {
        byte[] bytes = Files.readAllBytes(part.path());
        java.util.Arrays.fill(bytes, 100, 4096, (byte) 0xff);
        Files.write(part.path(), bytes);

        assertFails("quick-check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-journal", "-wal", "-shm"})
    void aFileBesideItFails(String suffix) throws IOException {
        Files.createFile(part.path().resolveSibling(part.path().getFileName() + suffix));

        assertFails("side-files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA application_id = 1",
                "PRAGMA user_version = 8",
                "DELETE FROM flyway_schema_history WHERE installed_rank = 2",
                "UPDATE flyway_schema_history SET checksum = 6 WHERE installed_rank = 2",
                "UPDATE flyway_schema_history SET success = 0 WHERE installed_rank = 2",
                "INSERT INTO flyway_schema_history VALUES (3, '3', 'V3__three.sql', 1, 1)",
                "DROP TABLE flyway_schema_history"
            })
    void aCopyOfAnotherDatabaseFails(String difference) throws SQLException {
        try (Connection connection = TestDatabase.open(part.path())) {
            TestDatabase.execute(connection, difference);
        }

        assertFails("identity");
    }

    @Test
    void rowsWrittenMeanwhileDoNotMatter() throws IOException, SQLException {
        try (Connection connection = TestDatabase.open(part.path())) {
            TestDatabase.execute(connection, "DELETE FROM item WHERE id > 100");
        }

        assertThat(verifier.verify(part, fingerprint, NOTHING_KNOWN, TestJobs.any())
                        .sha256())
                .hasSize(64);
    }

    @Test
    void aCopyWithTheLargestPagesPasses() throws IOException, SQLException {
        try (Connection connection = TestDatabase.open(database)) {
            TestDatabase.execute(connection, "PRAGMA journal_mode = DELETE", "PRAGMA page_size = 65536", "VACUUM");
        }
        truncate(0);
        try (SourceDatabase source = SourceDatabase.open(database)) {
            source.copyInto(part.path(), TestJobs.any());
        }

        assertThat(verifier.verify(part, fingerprint, NOTHING_KNOWN, TestJobs.any())
                        .sha256())
                .isEqualTo(Sha256.of(part.path()));
    }

    @Test
    void anErrorWhileReadingIsNotTakenForDamage() {
        AtomicBoolean first = new AtomicBoolean(true);
        SnapshotVerifier failing = new SnapshotVerifier(
                work -> {
                    if (!first.getAndSet(false)) {
                        work.run();
                        return;
                    }
                    // what is unreadable for the checksum alone
                    Path path = part.path();
                    try {
                        byte[] bytes = Files.readAllBytes(path);
                        Files.delete(path);
                        work.run();
                        Files.write(path, bytes);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                new ContentsInspector(TestSchema.check(), List.of()));

        assertThatException()
                .isThrownBy(() -> failing.verify(part, fingerprint, NOTHING_KNOWN, TestJobs.any()))
                .isNotInstanceOf(BackupException.class);
    }

    private void assertFails(String kind) {
        BackupException reason = catchThrowableOfType(
                BackupException.class, () -> verifier.verify(part, fingerprint, NOTHING_KNOWN, TestJobs.any()));

        assertThat(reason.problem()).isEqualTo(BackupProblem.VERIFICATION_FAILED);
        assertThat(reason.textKey()).isEqualTo("backup.problem.verification-failed." + kind);
    }

    private void truncate(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(part.path(), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }
}
