package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Only its owner may read anything of a backup, at any moment, even under a permissive umask. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class BackupPermissionsTest {

    private static final String FOR_ALL = "umask 000";

    @TempDir
    Path root;

    private Path database;
    private Path folder;

    /** All files ever seen in the folder; {@code .} is the folder itself. */
    private final Map<String, String> seen = new TreeMap<>();

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.createLarge(root.resolve("live.db"));
        folder = root.resolve("new").resolve("backups");
    }

    @Test
    void whereNewFilesAreForAllABackupIsNot() throws Exception {
        try (ChildProcess child = BackupProcess.startAfter(
                FOR_ALL, BackupProcess.Way.STEP, database, folder, Files.createDirectory(root.resolve("temporary")))) {
            for (String line = child.line(); !line.startsWith(BackupProcess.DONE); line = child.line()) {
                look();
                if (!line.startsWith(BackupProcess.BEGIN)) {
                    child.goOn();
                }
            }
        }

        look();
        assertThat(seen.keySet()).anyMatch(name -> name.endsWith(".part"));
        assertAllPrivate();
        assertThat(permissions(folder.getParent())).isEqualTo("rwx------");
    }

    @Test
    void theFolderAndThePartAreForTheirOwnerFromTheFirstByteOn() throws IOException, SQLException {
        VolumeSpace looking = new VolumeSpace() {
            @Override
            public long usableBytes(Path path) throws IOException {
                look();
                return super.usableBytes(path);
            }
        };

        TestProcedures.with(checksum -> checksum.run(), looking)
                .backUp(database, folder, TestJobs.watched((run, progress) -> look()));

        assertThat(seen.keySet()).anyMatch(name -> name.endsWith(".part"));
        assertAllPrivate();
    }

    @Test
    void whatLiesBesideABackupIsForItsOwnerBeforeTheBackupIsThere() throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (PartFile part = PartFile.create(folder, BackupName.first(TestJobs.NOW))) {
            part.publish("0".repeat(64), name -> new byte[] {'{', '}'}, this::look);
        }

        assertThat(seen.keySet())
                .anyMatch(name -> name.endsWith(".sha256"))
                .anyMatch(name -> name.endsWith(".json"))
                .noneMatch(name -> name.endsWith(".sqlite"));
        look();
        assertAllPrivate();
    }

    private void assertAllPrivate() {
        assertThat(seen).hasEntrySatisfying(".", mode -> assertThat(mode).isEqualTo("rwx------"));
        assertThat(seen)
                .allSatisfy((name, mode) ->
                        assertThat(mode).as(name).isEqualTo(name.equals(".") ? "rwx------" : "rw-------"));
    }

    private void look() {
        try {
            if (Files.isDirectory(folder)) {
                note(".", permissions(folder));
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        note(file.getFileName().toString(), permissions(file));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that was accessible to others once stays recorded. */
    private void note(String name, String mode) {
        seen.merge(name, mode, (before, now) -> before.endsWith("------") ? now : before);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
