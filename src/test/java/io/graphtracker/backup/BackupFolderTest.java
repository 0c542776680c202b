package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.graphtracker.testing.OrdinaryUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupFolderTest {

    private static final String BACKUP = "graph_tracker_20261122_213000.sqlite";

    @TempDir
    Path root;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isMadeWithItsParentsForItsOwnerOnly() throws IOException {
        Path path = root.resolve("a").resolve("b");

        assertThat(BackupFolder.prepare(path).path()).isEqualTo(path);
        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.getParent())).isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsTheModeItHas() throws IOException {
        Path path = Files.createDirectory(root.resolve("shared"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x--x"));

        BackupFolder.prepare(path);

        assertThat(permissions(path)).isEqualTo("rwxr-x--x");
    }

    @Test
    void isNotAFileInItsPlace() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "x");

        assertUnusable("not-a-folder", file);
        assertThat(file).hasContent("x");
    }

    @Test
    void cannotBeMadeBelowAFile() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "x");

        assertUnusable("not-creatable", file.resolve("backups"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thatCannotBeMadeLeavesNoParentsBehind() {
        assertUnusable("not-creatable", root.resolve("a/b").resolve("x".repeat(256)));

        assertThat(root).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void cannotHaveALongerPathThanSqliteOpens() throws IOException {
        Path longest = folderOfLength(450);
        BackupFolder folder = BackupFolder.prepare(longest);
        Path part = folder.path().resolve(new BackupName("20261122_213000", 999_999_999).part());
        assertThatCode(() -> TestDatabase.create(part)).doesNotThrowAnyException();

        assertUnusable("too-long", folderOfLength(451));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void cannotLeadToALongerPathByALink() throws IOException {
        Path tooLong = Files.createDirectories(folderOfLength(451));

        assertUnusable("too-long", Files.createSymbolicLink(root.resolve("link"), tooLong));
    }

    private Path folderOfLength(int length) {
        Path folder = root;
        while (folder.toString().length() < length - 101) {
            folder = folder.resolve("x".repeat(100));
        }
        return folder.resolve("y".repeat(length - folder.toString().length() - 1));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void cannotBeMadeWhereTheSystemMakesNoFolders() {
        assertUnusable("not-creatable", Path.of("/proc/backups"));
    }

    @Test
    @OrdinaryUser
    void mustBeWritable() throws IOException {
        Path path = Files.createDirectory(root.resolve("read-only"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-x------"));

        assertUnusable("not-writable", path);
    }

    @Test
    @OrdinaryUser
    void mustBeMadeInAFolderThatIsWritable() throws IOException {
        Path path = Files.createDirectory(root.resolve("read-only"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-x------"));

        assertUnusable("not-creatable", path.resolve("backups"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void mustBeOnAVolumeThatIsWritable() {
        Path readOnly = Path.of("/sys/kernel");
        assumeThat(Files.isDirectory(readOnly)).isTrue();
        assumeThat(Files.isWritable(readOnly)).isFalse();

        assertUnusable("not-writable", readOnly);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mayBeALinkToAFolder() throws IOException {
        Path target = Files.createDirectory(root.resolve("target"));
        Path link = Files.createSymbolicLink(root.resolve("link"), target);

        assertThat(BackupFolder.prepare(link).path()).isEqualTo(link);
        try (FolderLock lock = BackupFolder.prepare(link).lock(ZonedDateTime.now())) {
            assertThat(target.resolve(FolderLock.FILE)).exists();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mayNotBeADanglingLink() throws IOException {
        Path target = root.resolve("target");
        Path link = Files.createSymbolicLink(root.resolve("link"), target);

        assertUnusable("not-a-folder", link);
        assertThat(target).doesNotExist();
    }

    @Test
    void lookingMakesNothing() {
        Path path = root.resolve("backups");

        BackupFolder.checkUsable(path);

        assertThat(path).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {".part", ".part-journal", ".part-wal", ".part-shm"})
    void sweepsWhatInterruptedBackupsLeftBehind(String suffix) throws IOException {
        write("." + BACKUP + suffix);
        write(".graph_tracker_20261122_213000_12.sqlite" + suffix);

        BackupFolder.prepare(root).deleteLeftovers();

        assertThat(names()).isEmpty();
    }

    @Test
    void sweepsTheChecksumOfABackupThatWasNotPublished() throws IOException {
        write("." + BACKUP + ".part");
        write(BACKUP + ".sha256");

        BackupFolder.prepare(root).deleteLeftovers();

        assertThat(names()).isEmpty();
    }

    @Test
    void keepsWhatWasPublishedBeforeTheInterruption() throws IOException {
        write("." + BACKUP + ".part");
        write(BACKUP);
        write(BACKUP + ".sha256");

        BackupFolder.prepare(root).deleteLeftovers();

        assertThat(names()).containsExactlyInAnyOrder(BACKUP, BACKUP + ".sha256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BACKUP,
                BACKUP + ".sha256",
                BACKUP + ".part",
                "graph_tracker_20261122_213000_2.sqlite.sha256",
                ".graph_tracker.part",
                ".graph_tracker_20261122.sqlite.part",
                ".graph_tracker_20261122_213000.sqlite.part.bak",
                ".graph_tracker_20261122_213000.sqlite",
                ".graph_tracker_20261122_213000_x.sqlite.part",
                ".other.sqlite.part",
                "notes.txt"
            })
    void keepsWhatIsNotALeftover(String name) throws IOException {
        write(name);

        BackupFolder.prepare(root).deleteLeftovers();

        assertThat(names()).containsExactly(name);
    }

    @Test
    void keepsAFolderOfThatName() throws IOException {
        Files.createDirectory(root.resolve("." + BACKUP + ".part"));
        write(BACKUP + ".sha256");

        BackupFolder.prepare(root).deleteLeftovers();

        assertThat(names()).containsExactlyInAnyOrder("." + BACKUP + ".part", BACKUP + ".sha256");
    }

    @Test
    void asksForTheEstimateAndAMargin() throws IOException {
        BackupFolder folder = BackupFolder.prepare(root);
        long needed = 100_000_000 + 1_000_000 + 1024 * 1024;

        assertThatCode(() -> folder.requireSpace(new FreeSpace(needed), 100_000_000))
                .doesNotThrowAnyException();
        BackupException reason = catchThrowableOfType(
                BackupException.class, () -> folder.requireSpace(new FreeSpace(needed - 1), 100_000_000));
        assertThat(reason.problem()).isEqualTo(BackupProblem.NOT_ENOUGH_SPACE);
        assertThat(reason.arguments()).containsExactly(needed, needed - 1, FreeSpace.VOLUME);
    }

    @Test
    void knowsTheSpaceOfARealVolume() throws IOException {
        VolumeSpace space = new VolumeSpace();

        assertThat(space.usableBytes(root)).isPositive();
        assertThat(space.volume(root)).isNotBlank();
    }

    private static void assertUnusable(String kind, Path path) {
        BackupException reason = catchThrowableOfType(BackupException.class, () -> BackupFolder.prepare(path));

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUPS_DIR_UNUSABLE);
        assertThat(reason.textKey()).endsWith("." + kind);
        assertThat(reason.arguments()).containsExactly(path);
    }

    private void write(String name) throws IOException {
        Files.writeString(root.resolve(name), "x");
    }

    private Iterable<String> names() throws IOException {
        return FolderContents.of(root).names();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
