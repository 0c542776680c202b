package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.graphtracker.environment.PrivateFiles;
import io.graphtracker.testing.RawNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Folders that are full, that vanish, or that are links. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class BackupFolderFaultTest {

    /** In blocks of 512 bytes: half the size of the database. */
    private static final String SMALL_FILES_ONLY = "ulimit -f 6000";

    @TempDir
    Path root;

    private Path database;
    private Path folder;
    private FolderContents live;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.createLarge(
                Files.createDirectory(root.resolve("instance")).resolve("live.db"));
        live = FolderContents.of(database.getParent());
        folder = root.resolve("backups");
    }

    @Test
    void aLimitForFilesIsToldAndLeavesNothing() throws Exception {
        older();
        FolderContents before = FolderContents.of(folder);

        try (ChildProcess child = BackupProcess.startAfter(
                SMALL_FILES_ONLY, BackupProcess.Way.ONCE, database, folder, Files.createDirectory(root.resolve("t")))) {
            assertThat(child.line()).startsWith(BackupProcess.BEGIN);
            assertThat(child.line())
                    .isEqualTo(BackupProcess.PROBLEM + " NOT_ENOUGH_SPACE backup.problem.not-enough-space.limit");
        }

        assertThat(FolderContents.of(folder)).isEqualTo(before);
        assertLiveIsUntouchedAndTheNextBackupIsMade();
    }

    @Test
    void mayVanishBeforeTheSweep() throws IOException {
        BackupFolder prepared = BackupFolder.prepare(Files.createDirectory(root.resolve("going")));
        Files.delete(root.resolve("going"));

        BackupException reason = catchThrowableOfType(BackupException.class, prepared::deleteLeftovers);

        assertThat(reason.textKey()).isEqualTo("backup.problem.backups-dir-unusable.vanished");
    }

    @Test
    void mayVanishDuringTheCopy() throws IOException, SQLException {
        assertVanishes(TestProcedures.any(), TestJobs.watched((job, progress) -> {
            if (progress.phase() == BackupPhase.COPYING && progress.doneBytes() > 0) {
                deleteFolder();
            }
        }));
    }

    @Test
    void mayVanishBeforeTheCheck() throws IOException, SQLException {
        Executor vanishing = checksum -> {
            deleteFolder();
            checksum.run();
        };

        assertVanishes(TestProcedures.with(vanishing), TestJobs.any());
    }

    @Test
    void mayVanishDuringTheCheck() throws IOException, SQLException {
        assertVanishes(TestProcedures.any(), TestJobs.watched((job, progress) -> {
            if (progress.phase() == BackupPhase.CHECKING && progress.doneBytes() > 0) {
                deleteFolder();
            }
        }));
    }

    @Test
    void mayVanishBeforeThePublication() throws IOException, SQLException {
        assertVanishes(TestProcedures.any(), TestJobs.watched((job, progress) -> {
            if (progress.phase() == BackupPhase.PUBLISHING) {
                deleteFolder();
            }
        }));
    }

    /** A missing folder has no free space either, but that is not the fault to report. */
    @Test
    void mayVanishBeforeTheSpaceIsLookedAt() throws IOException, SQLException {
        VolumeSpace vanishing = new VolumeSpace() {
            @Override
            public long usableBytes(Path path) throws IOException {
                deleteFolder();
                return super.usableBytes(path);
            }
        };

        assertVanishes(TestProcedures.with(Runnable::run, vanishing), TestJobs.any());
    }

    private void assertVanishes(BackupProcedure procedure, BackupJob job) throws IOException, SQLException {
        BackupException reason =
                catchThrowableOfType(BackupException.class, () -> procedure.backUp(database, folder, job));

        assertThat(reason.textKey()).isEqualTo("backup.problem.backups-dir-unusable.vanished");
        assertThat(reason.arguments()).containsExactly(folder);
        assertThat(folder).doesNotExist();
        assertLiveIsUntouchedAndTheNextBackupIsMade();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a#b", "a?b", "a?immutable=1", "a%20b", "a b", " a ", "größe 日本 😀", "'a' \"b\" ;&$(c)"})
    void mayHaveAnyName(String name) throws IOException, SQLException {
        RawNames.assumePossible(name);
        folder = root.resolve("to").resolve(name);

        Backup backup = TestProcedures.any().backUp(database, folder, TestJobs.any());

        assertThat(backup.file()).hasParent(folder);
        assertThat(TestDatabase.rows(backup.file())).isEqualTo(TestDatabase.rows(database));
        WholeBackups.assertNothingElse(folder);
        assertThat(FolderContents.of(root.resolve("to")).names()).containsExactly(name);
    }

    @Test
    void mayBeALinkWhichIsFollowed() throws IOException, SQLException {
        Path target = Files.createDirectory(root.resolve("target"));
        Files.createSymbolicLink(folder, target);

        TestProcedures.any().backUp(database, folder, TestJobs.any());

        assertThat(WholeBackups.in(target)).hasSize(1);
        WholeBackups.assertNothingElse(target);
        assertThat(folder).isSymbolicLink();
    }

    @Test
    void mayBeOnAnotherVolume() throws IOException, SQLException {
        Path other = Path.of(root.startsWith("/dev/shm") ? System.getProperty("java.io.tmpdir") : "/dev/shm");
        assumeThat(other).isDirectory().isWritable();
        assumeThat(Files.getFileStore(other)).isNotEqualTo(Files.getFileStore(root));
        folder = Files.createTempDirectory(other, "backups");
        try {
            Backup backup = TestProcedures.any().backUp(database, folder, TestJobs.any());

            assertThat(TestDatabase.rows(backup.file())).isEqualTo(TestDatabase.rows(database));
            WholeBackups.assertNothingElse(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Test
    void isNotAFile() throws IOException {
        Files.writeString(folder, "a file");

        BackupException reason = catchThrowableOfType(
                BackupException.class, () -> TestProcedures.any().backUp(database, folder, TestJobs.any()));

        assertThat(reason.textKey()).isEqualTo("backup.problem.backups-dir-unusable.not-a-folder");
        assertThat(folder).hasContent("a file");
        assertThat(FolderContents.of(root).names()).containsExactly("backups", "instance");
    }

    private void assertLiveIsUntouchedAndTheNextBackupIsMade() throws IOException, SQLException {
        assertThat(FolderContents.of(database.getParent())).isEqualTo(live);
        TestProcedures.any().backUp(database, folder, TestJobs.any());
        WholeBackups.assertNothingElse(folder);
    }

    private void older() throws IOException, SQLException {
        PrivateFiles.createFolders(folder);
        TestProcedures.any().backUp(database, folder, TestJobs.at(TestJobs.NOW.minusDays(1)));
    }

    private void deleteFolder() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
