package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupsOverviewTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path root;

    private Path folder;
    private DatabaseUrl database;

    @BeforeEach
    void configure() throws IOException {
        folder = root.resolve("backups");
        database = new DatabaseUrl.Sqlite(root.resolve("instance/graph_tracker.db"));
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
                        latest,
                        7,
                        ZonedDateTime.parse("2026-11-22T13:00+01:00[Europe/Berlin]"),
                        null,
                        BackupManifest.Standing.UNCHECKED));
    }

    @Test
    void theNumberDecidesBetweenBackupsOfTheSameSecond() throws IOException {
        write("graph_tracker_20261122_130000.sqlite", NOON);
        write("graph_tracker_20261122_130000_9.sqlite", NOON);
        Path tenth = write("graph_tracker_20261122_130000_10.sqlite", NOON);

        assertThat(overview().latest().orElseThrow().file()).isEqualTo(tenth);
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOADED", "ADDED"})
    void whatCameFromElsewhereIsNotTheLatest(BackupKind kind) throws IOException {
        Path own = write("graph_tracker_20261122_120000.sqlite", NOON);
        Path other = write("graph_tracker_20261122_130000.sqlite", NOON);
        Files.write(
                beside(other),
                TestManifests.of(other, 7, ZonedDateTime.parse("2026-11-22T12:00:00Z"), kind)
                        .toJson());

        assertThat(overview().latest().orElseThrow().file()).isEqualTo(own);
    }

    /** What is shown as proven has to be the very file that was checked, and that has passed. */
    @Test
    void onlyWhatIsProvenIsSaidToBe() throws IOException {
        Path latest = write("graph_tracker_20261122_130000.sqlite", NOON);
        BackupManifest manifest = writeManifest(latest, latest, 7).withPassedCheck(NOON, FileStamp.of(latest));
        assertThat(standing(latest, manifest)).isEqualTo(BackupManifest.Standing.PROVEN);
        assertThat(standing(latest, manifest.withFailedCheck(new BackupManifest.FailedCheck(NOON, "checksum"))))
                .isEqualTo(BackupManifest.Standing.BROKEN);
        assertThat(standing(
                        latest,
                        manifest.withNotRestorable(
                                new BackupManifest.NotRestorable(NOON, "view", List.of("v")), FileStamp.of(latest))))
                .isEqualTo(BackupManifest.Standing.NOT_RESTORABLE);

        Files.setLastModifiedTime(latest, FileTime.from(NOON.plusSeconds(5)));

        assertThat(standing(latest, manifest)).isEqualTo(BackupManifest.Standing.UNCHECKED);
    }

    private BackupManifest.Standing standing(Path latest, BackupManifest manifest) throws IOException {
        Files.write(beside(latest), manifest.toJson());
        return overview().latest().orElseThrow().standing();
    }

    @Test
    void theManifestBesideTheLatestTellsTheRest() throws IOException {
        Path latest = write("graph_tracker_20261122_130000.sqlite", NOON);
        BackupManifest manifest = writeManifest(latest, latest, 7);

        assertThat(overview().latest().orElseThrow().manifest()).isEqualTo(manifest);
    }

    @Test
    void aManifestOfAnotherFileOrAnotherLengthTellsNothing() throws IOException {
        Path latest = write("graph_tracker_20261122_130000.sqlite", NOON);

        writeManifest(latest, folder.resolve("graph_tracker_20261122_120000.sqlite"), 7);
        assertThat(overview().latest().orElseThrow().manifest()).isNull();

        writeManifest(latest, latest, 8);
        assertThat(overview().latest().orElseThrow().manifest()).isNull();
    }

    @Test
    void whatIsNoManifestTellsNothing() throws IOException {
        Path latest = write("graph_tracker_20261122_130000.sqlite", NOON);

        for (String content : List.of("", "not JSON", "{}", "null", "[1]")) {
            Files.writeString(beside(latest), content);

            BackupsOverview.Latest found = overview().latest().orElseThrow();
            assertThat(found.file()).isEqualTo(latest);
            assertThat(found.manifest()).as(content).isNull();
        }
    }

    @Test
    void warnsOfTheFolderThatHoldsTheDatabase() throws IOException {
        Path file = createDatabase("rwx------");
        env("BACKUPS_DIR=instance");

        assertThat(warnings()).containsExactly(FolderWarning.HOLDS_THE_DATABASE);

        env("BACKUPS_DIR=" + file.getParent().resolve("below"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aLinkDoesNotHideThatItIsTheSameFolder() throws IOException {
        Path file = createDatabase("rwx------");
        Files.createSymbolicLink(folder, file.getParent());
        assertThat(warnings()).containsExactly(FolderWarning.HOLDS_THE_DATABASE);

        // the other way round: where the database is named is not where it is
        Path named = Files.createDirectory(root.resolve("named")).resolve("graph_tracker.db");
        database = new DatabaseUrl.Sqlite(Files.createSymbolicLink(named, file));
        assertThat(warnings()).containsExactly(FolderWarning.HOLDS_THE_DATABASE);
        env("BACKUPS_DIR=named");
        Files.setPosixFilePermissions(named.getParent(), PosixFilePermissions.fromString("rwx------"));
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx---r-x", "rwx-wx---", "rwx-----x", "rwxrwxrwx"})
    void warnsOfAFolderThatOthersHaveAccessTo(String permissions) throws IOException {
        createFolder(permissions);

        assertThat(warnings()).containsExactly(FolderWarning.OPEN_TO_OTHERS);
    }

    @Test
    void warnsOfBoth() throws IOException {
        createDatabase("rwxr-xr-x");
        env("BACKUPS_DIR=instance");

        assertThat(warnings()).containsExactly(FolderWarning.HOLDS_THE_DATABASE, FolderWarning.OPEN_TO_OTHERS);
    }

    @Test
    void anotherDatabaseIsInNoFolder() throws IOException {
        createFolder("rwx------");
        database = new DatabaseUrl.Postgresql("jdbc:postgresql://localhost/x", "u", "p");

        assertThat(warnings()).isEmpty();
    }

    private Set<FolderWarning> warnings() {
        return overview().folder().warnings();
    }

    private void createFolder(String permissions) throws IOException {
        Files.setPosixFilePermissions(Files.createDirectory(folder), PosixFilePermissions.fromString(permissions));
    }

    private Path createDatabase(String permissions) throws IOException {
        Path file = ((DatabaseUrl.Sqlite) database).file();
        Files.createDirectory(file.getParent());
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString(permissions));
        return Files.createFile(file);
    }

    private static Path beside(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".json");
    }

    private static BackupManifest writeManifest(Path backup, Path spokenOf, long sizeBytes) throws IOException {
        BackupManifest manifest = TestManifests.of(
                spokenOf, sizeBytes, ZonedDateTime.parse("2026-11-22T13:00+01:00[Europe/Berlin]"), Map.of("nodes", 3L));
        Files.write(beside(backup), manifest.toJson());
        return manifest;
    }

    @Test
    void showsAFolderThatIsThereWithTheRoomItHas() throws IOException {
        createFolder("rwx------");

        assertThat(overview().folder()).isEqualTo(new BackupsOverview.Folder(folder, true, 4711L, Set.of()));
    }

    @Test
    void showsAFolderThatIsNotThereYetAndDoesNotMakeIt() throws IOException {
        env("BACKUPS_DIR=a/b/c");

        assertThat(overview().folder())
                .isEqualTo(new BackupsOverview.Folder(
                        root.resolve("a").resolve("b").resolve("c"), false, 4711L, Set.of()));
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
                new BackupsDirectory(TestEnvironment.variables(root, Map.of()), new ProjectRoot(root)),
                database,
                space,
                Clock.system(BERLIN));
    }

    private void env(String content) throws IOException {
        Files.writeString(root.resolve(".env"), content);
    }
}
