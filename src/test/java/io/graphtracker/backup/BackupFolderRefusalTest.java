package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.testing.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders that look usable until the system refuses a call: the error names the actual cause. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class BackupFolderRefusalTest {

    private final Volume volume = new Volume();

    @TempDir
    Path root;

    private Path database;
    private Path folder;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.createLarge(root.resolve("live.db"));
        folder = Files.createDirectory(root.resolve("backups"));
    }

    @AfterEach
    void unmount() throws Exception {
        volume.close();
    }

    @Test
    void whereNothingCanBeDeletedNothingLargeIsLeft() throws Exception {
        volume.attribute(folder, 'a');

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(failure().textKey()).isEqualTo("backup.problem.backups-dir-unusable.add-only");
            assertThat(FolderContents.of(folder).names()).containsExactly(".graph_tracker.probe");
            assertThat(folder.resolve(".graph_tracker.probe")).isEmptyFile();
        }
    }

    /**
     * There are inodes for the folder, the lock, the probe and the part file, but not for the files beside a backup.
     */
    @Test
    void aVolumeThatHoldsNoMoreFilesIsNotToldAsFull() throws Exception {
        volume.memory(folder, "nr_inodes=4,size=64m");

        BackupException reason = failure();

        assertThat(reason.textKey()).isEqualTo("backup.problem.not-enough-space.files");
        assertThat(FolderContents.of(folder).names()).isEmpty();
    }

    @Test
    void aVolumeThatHoldsNoFileAtAllIsToldSoToo() throws Exception {
        volume.memory(folder, "nr_inodes=1,size=64m");

        assertThat(failure().textKey()).isEqualTo("backup.problem.not-enough-space.files");
    }

    @Test
    void aLockFileOfAnotherUserIsNamed() throws Exception {
        Path lock = Files.createFile(
                folder.resolve(FolderLock.FILE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Volume.giveToNobody(lock);

        assertThat(outcomeWithoutPrivileges())
                .isEqualTo(BackupProcess.PROBLEM + " BACKUPS_DIR_UNUSABLE backup.problem.backups-dir-unusable.lock");
    }

    @Test
    void aLinkInPlaceOfTheLockFileIsNotFollowed() throws Exception {
        Files.createSymbolicLink(folder.resolve(FolderLock.FILE), root.resolve("elsewhere"));

        BackupException reason = failure();

        assertThat(reason.textKey()).isEqualTo("backup.problem.backups-dir-unusable.lock-file");
        assertThat(reason.arguments()).containsExactly(folder);
        assertThat(root.resolve("elsewhere")).doesNotExist();
    }

    /** In a sticky folder users cannot delete the files of others; they do not prevent backups. */
    @Test
    void whatAnotherUsersBackupLeftDoesNotStopOurs() throws Exception {
        Path leftover = Files.writeString(folder.resolve(".graph_tracker_20200101_000000.sqlite.part"), "half");
        Volume.giveToNobody(leftover);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        new ProcessBuilder("chmod", "+t", folder.toString()).start().waitFor();
        Volume.giveToNobody(folder);

        assertThat(outcomeWithoutPrivileges()).startsWith(BackupProcess.DONE);
        assertThat(leftover).hasContent("half");
        assertThat(WholeBackups.in(folder)).hasSize(1);
    }

    private BackupException failure() {
        BackupException reason = catchThrowableOfType(
                BackupException.class, () -> TestProcedures.any().backUp(database, folder, TestJobs.any()));
        assertThat(reason).isNotNull();
        return reason;
    }

    /** Of a backup by a root process without the privileges to bypass permissions. */
    private String outcomeWithoutPrivileges() throws IOException, InterruptedException {
        try (ChildProcess child = BackupProcess.startAfter(
                Volume.WITHOUT_PRIVILEGES,
                BackupProcess.Way.ONCE,
                database,
                folder,
                Files.createDirectory(root.resolve("temporary")))) {
            return child.line(line -> !line.startsWith(BackupProcess.BEGIN));
        }
    }
}
