package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsOverviewTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        folder = root.resolve("backups");
        env("BACKUPS_DIR=backups");
    }

    @Test
    void withoutAFolderThereIsNoLatestBackup() throws IOException {
        assertThat(overview().latest()).isEmpty();
    }

    @Test
    void withoutSettingsNobodyKnows() throws IOException {
        env("");

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> overview().latest());
    }

    @Test
    void aFolderWithoutBackupsHasNoLatest() throws IOException {
        write("notes.txt", NOON);
        write(".graph_tracker_20261122_130000.sqlite.part", NOON);
        write("graph_tracker_20261122_130000.sqlite.sha256", NOON);
        Files.createDirectory(folder.resolve("graph_tracker_20261122_140000.sqlite"));

        assertThat(overview().latest()).isEmpty();
    }

    @Test
    void theLatestIsTheOneOfTheLatestNameWheneverItsFileWasCopied() throws IOException {
        write("graph_tracker_20261122_120000.sqlite", NOON.plusSeconds(3600));
        Path latest = write("graph_tracker_20261122_130000.sqlite", NOON.minusSeconds(1));

        assertThat(overview().latest())
                .contains(new BackupsOverview.Latest(
                        latest, 7, ZonedDateTime.parse("2026-11-22T13:00+01:00[Europe/Berlin]")));
    }

    @Test
    void theNumberDecidesBetweenBackupsOfTheSameSecond() throws IOException {
        write("graph_tracker_20261122_130000.sqlite", NOON);
        write("graph_tracker_20261122_130000_9.sqlite", NOON);
        Path tenth = write("graph_tracker_20261122_130000_10.sqlite", NOON);

        assertThat(overview().latest().orElseThrow().file()).isEqualTo(tenth);
    }

    @Test
    void showsAFolderThatIsThereWithTheRoomItHas() throws IOException {
        Files.createDirectory(folder);

        assertThat(overview().folder()).isEqualTo(new BackupsOverview.Folder(folder, true, 4711L));
    }

    @Test
    void showsAFolderThatIsNotThereYetAndDoesNotMakeIt() throws IOException {
        env("BACKUPS_DIR=a/b/c");

        assertThat(overview().folder())
                .isEqualTo(new BackupsOverview.Folder(
                        root.resolve("a").resolve("b").resolve("c"), false, 4711L));
        assertThat(root.resolve("a")).doesNotExist();
    }

    @Test
    void asksAboutTheVolumeThatTheFolderWillBeOn() throws IOException {
        env("BACKUPS_DIR=a/b/c");
        Path[] asked = new Path[1];
        VolumeSpace space = new VolumeSpace() {
            @Override
            public long usableBytes(Path path) {
                asked[0] = path;
                return 1;
            }
        };

        overview(space).folder();

        assertThat(asked[0]).isEqualTo(root);
    }

    @Test
    void doesWithoutTheRoomWhereItCannotBeTold() {
        VolumeSpace unknown = new VolumeSpace() {
            @Override
            public long usableBytes(Path path) throws IOException {
                throw new IOException("no such volume");
            }
        };

        assertThat(overview(unknown).folder().freeBytes()).isNull();
    }

    @Test
    void tellsWhyAFolderCannotBeUsed() throws IOException {
        Files.writeString(folder, "x");
        assertThat(problem()).isEqualTo(BackupProblem.BACKUPS_DIR_UNUSABLE);
        env("");
        assertThat(problem()).isEqualTo(BackupProblem.BACKUPS_DIR_MISSING);
    }

    private BackupProblem problem() {
        return catchThrowableOfType(BackupException.class, overview()::folder).problem();
    }

    private Path write(String name, Instant time) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder).resolve(name), "content");
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private BackupsOverview overview() {
        return overview(new FreeSpace(4711));
    }

    private BackupsOverview overview(VolumeSpace space) {
        return new BackupsOverview(
                new BackupSettings(TestEnvironment.variables(root, Map.of()), new ProjectRoot(root)),
                space,
                Clock.system(BERLIN));
    }

    private void env(String content) throws IOException {
        Files.writeString(root.resolve(".env"), content);
    }
}
