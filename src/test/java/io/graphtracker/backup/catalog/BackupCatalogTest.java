package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupSettings;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.operations.OperationsRecord;
import io.graphtracker.environment.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the listing says of each kind of file that may lie in the folder. */
@Timeout(60)
class BackupCatalogTest {

    private static final String OLD_NAME = "graph_tracker_20200102_030405.sqlite";

    @TempDir
    Path root;

    private TestBackups backups;
    private BackupCatalog catalog;

    @BeforeEach
    void start() throws IOException, SQLException {
        backups = TestBackups.start(root);
        catalog = backups.bean(BackupCatalog.class);
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    @Test
    void anEmptyFolderIsThereAndHoldsNothing() throws IOException {
        assertThat(catalog.list()).isEqualTo(new Catalog(backups.folder(), true, List.of()));
    }

    @Test
    void aFolderThatIsNotThereHoldsNothingAndIsNotMade() throws IOException {
        Files.delete(backups.folder());

        assertThat(catalog.list()).isEqualTo(new Catalog(backups.folder(), false, List.of()));
        assertThat(backups.folder()).doesNotExist();
    }

    /** It would not be made by the next backup. */
    @Test
    void aFileInTheFoldersPlaceIsTold() throws IOException {
        Files.delete(backups.folder());
        Files.createFile(backups.folder());

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(catalog::list)
                .extracting(e -> e.problem().code() + " " + e.kind())
                .isEqualTo("backups_dir_unusable not-a-folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayNotBeReadIsTold() throws IOException {
        Files.setPosixFilePermissions(backups.folder(), PosixFilePermissions.fromString("-wx------"));
        assumeTrue(!Files.isReadable(backups.folder()), "root may read everything");
        try {
            assertThatIOException().isThrownBy(catalog::list);
        } finally {
            Files.setPosixFilePermissions(backups.folder(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void anotherDatabaseIsTold() {
        BackupCatalog onPostgresql = new BackupCatalog(
                backups.bean(BackupSettings.class),
                new DatabaseUrl.Postgresql("jdbc:postgresql://host/name", "user", "secret"),
                backups.bean(EntryReader.class));

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(onPostgresql::list)
                .extracting(e -> e.problem().code())
                .isEqualTo("unsupported_database");
    }

    @Test
    void aBackupIsProvenWithAllThatItsManifestSays() throws IOException {
        Path file = backups.make();

        CatalogEntry entry = only();
        assertThat(entry.name()).isEqualTo("graph_tracker_20261122_213000.sqlite");
        assertThat(entry.file()).isEqualTo(file);
        assertThat(entry.sizeBytes()).isEqualTo(Files.size(file));
        assertThat(entry.at().toLocalDateTime()).isEqualTo(TestBackups.NOW);
        assertThat(entry.state()).isInstanceOf(CheckState.Proven.class);
        assertThat(entry.manifest()).isEqualTo(manifest(file));
        assertThat(entry.newestProven()).isTrue();
        assertThat(entry.isOurs()).isTrue();
        assertThat(entry.isRestorable()).isTrue();
        assertThat(entry.isProtected()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsShown(BackupKind kind) throws IOException {
        Path file = backups.make();
        replaceInManifest(file, "\"manual\"", "\"" + kind.code() + "\"");

        assertThat(only().manifest().kind()).isEqualTo(kind);
    }

    @Test
    void whatIsThereIsShownAndWhatVanishedIsNot() throws IOException {
        Path file = backups.make();
        assertThat(names()).hasSize(1);

        Files.delete(file);
        assertThat(names()).isEmpty();
    }

    @Test
    void nothingIsChangedByALook() throws IOException {
        backups.make();
        Files.writeString(backups.file("garbage.sqlite"), "x");
        FolderContents before = FolderContents.of(backups.folder());

        catalog.list();

        assertThat(FolderContents.of(backups.folder())).isEqualTo(before);
    }

    /** A name has the local time of the server, which is set back in autumn, and can be changed. */
    @Test
    void theOrderIsThatOfTheManifestsInstants() throws IOException {
        String first = backups.makeNamed();
        String second = backups.makeNamed();
        replaceInManifest(backups.file(first), "2026-11-22T21:30:00Z", "2026-11-22T21:30:30Z");
        replaceInManifest(backups.file(second), "2026-11-22T21:31:00Z", "2026-11-22T21:30:29Z");

        assertThat(names()).containsExactly(first, second);
    }

    @Test
    void withoutManifestTheNameTellsTheTimeAndWithoutANameTheFile() throws IOException {
        Path file = backups.make();
        copy(file, OLD_NAME);
        Files.setLastModifiedTime(copy(file, "mine.sqlite"), FileTime.from(Instant.parse("2023-05-06T07:08:09Z")));

        assertThat(names()).containsExactly(file.getFileName().toString(), "mine.sqlite", OLD_NAME);
        assertThat(catalog.find("mine.sqlite").at()).hasToString("2023-05-06T07:08:09Z");
        assertThat(catalog.find(OLD_NAME).at()).hasToString("2020-01-02T03:04:05Z");
    }

    @Test
    void whatCameFromElsewhereIsOnlyMarkedIfNothingElseIsProven() throws IOException {
        String own = backups.makeNamed();
        Path uploaded = backups.make();
        replaceInManifest(uploaded, "\"manual\"", "\"uploaded\"");
        assertThat(marked()).containsExactly(own);

        Files.delete(backups.file(own));
        assertThat(marked()).containsExactly(uploaded.getFileName().toString());
    }

    @Test
    void onlyTheNewestProvenOneIsMarked() throws IOException {
        String oldest = backups.makeNamed();
        String older = backups.makeNamed();
        String newer = backups.makeNamed();
        assertThat(marked()).containsExactly(newer);

        damageLength(backups.file(newer));
        assertThat(marked()).containsExactly(older);

        Files.delete(Path.of(backups.file(older) + ".json"));
        assertThat(marked()).containsExactly(oldest);

        Files.delete(backups.file(oldest));
        assertThat(marked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.sqlite", "a.sqlite3", "a.db", "A.SQLITE", "a b.Db", ".sqlite.db", "ä.sqlite", "-.sqlite"})
    void whatPeopleCallDatabasesIsListed(String name) throws IOException {
        assertThat(name.startsWith(".")).isEqualTo(name.equals(".sqlite.db"));
        copy(backups.make(), name);

        assertThat(names().contains(name)).isEqualTo(!name.startsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a.sqlite",
                ".graph_tracker_20261122_213000.sqlite.part",
                ".upload-0.part",
                "a.txt",
                "a.sqlite.json",
                "a.sqlite.sha256",
                "a.sqlite-wal",
                "a.sqlite-journal",
                "a.sqlite.gz",
                "a.sqlite ",
                "a.sqlite.",
                "sqlite",
                ".sqlite",
                ".db"
            })
    void otherFilesAreNotListed(String name) throws IOException {
        copy(backups.make(), name);

        assertThat(names()).containsExactly("graph_tracker_20261122_213000.sqlite");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameOfSeveralLinesIsListed() throws IOException {
        copy(backups.make(), "a\nb.sqlite");

        assertThat(names()).contains("a\nb.sqlite");
    }

    @Test
    void theDatabasesInUseAreNotListed() throws IOException, SQLException {
        inUseBesideTheBackups();

        assertThat(names()).containsExactly("graph_tracker_20261122_213000.sqlite");
    }

    /** To open and close another name of theirs would drop SQLite's locks just the same. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theDatabasesInUseAreNotListedUnderOtherNames() throws IOException, SQLException {
        Path live = root.resolve("live.db");
        Path record = backups.bean(OperationsRecord.class).file();
        backups.make();
        Files.createLink(backups.file("hard.sqlite"), live);
        Files.createSymbolicLink(backups.file("soft.sqlite"), live);
        Files.createLink(backups.file("hard-record.db"), record);
        Files.createSymbolicLink(backups.file("soft-record.db"), record);

        assertThat(names()).containsExactly("graph_tracker_20261122_213000.sqlite");
    }

    private void inUseBesideTheBackups() throws IOException, SQLException {
        stop();
        Path own = Files.createDirectory(root.resolve("own"));
        backups = TestBackups.start(own);
        Files.writeString(own.resolve(".env"), "BACKUPS_DIR=instance\nDATABASE_URL=sqlite:///live.db\n");
        catalog = backups.bean(BackupCatalog.class);
        backups.make();
        Files.createLink(own.resolve("instance/live.db"), own.resolve("live.db"));
        assertThat(own.resolve("instance/operations.db")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"link.sqlite", OLD_NAME, "dangling.sqlite", "to-folder.sqlite", "circle.sqlite"})
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsShownAsUnusableWhereverItLeads(String name) throws IOException {
        Path file = backups.make();
        Path target = switch (name) {
            case "dangling.sqlite" -> root.resolve("nothing");
            case "to-folder.sqlite" -> root;
            case "circle.sqlite" -> backups.file(name);
            default -> Files.copy(file, root.resolve("outside.sqlite"));
        };
        Files.createSymbolicLink(backups.file(name), target);
        Files.copy(Path.of(file + ".json"), backups.file(name + ".json"));

        assertState(name, new CheckState.Foreign("not-a-file"));
    }

    @Test
    void aFolderOfSuchANameIsShownAsUnusable() throws IOException {
        Files.createDirectory(backups.file("x.sqlite"));
        Files.createDirectory(backups.file(OLD_NAME));

        assertState("x.sqlite", new CheckState.Foreign("not-a-file"));
        assertState(OLD_NAME, new CheckState.Foreign("not-a-file"));
    }

    /** To open it would wait for who writes into it, for ever. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNotOpened() throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", backups.file("pipe.sqlite").toString())
                        .start()
                        .waitFor()
                == 0);

        assertState("pipe.sqlite", new CheckState.Foreign("not-a-file"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatMayNotBeReadIsShownAsSuch() throws IOException {
        Path file = backups.make();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "root may read everything");

        assertState(file.getFileName().toString(), new CheckState.Broken("unreadable"));
    }

    @Test
    void aFileWithoutManifestIsNotYetChecked() throws IOException {
        copy(backups.make(), "added.sqlite");

        assertState("added.sqlite", new CheckState.Unchecked());
        assertThat(catalog.find("added.sqlite").isRestorable()).isTrue();
    }

    @Test
    void aManifestThatSpeaksOfAnotherFileIsNone() throws IOException {
        Path file = backups.make();
        copy(file, "added.sqlite");
        Files.copy(Path.of(file + ".json"), backups.file("added.sqlite.json"));

        assertState("added.sqlite", new CheckState.Unchecked());
        assertThat(catalog.find("added.sqlite").manifest()).isNull();
    }

    @Test
    void aManifestThatSpeaksOfAnotherSizeShowsThatTheFileIsAnother() throws IOException {
        Path file = backups.make();
        replaceInManifest(file, "\"size_bytes\" : " + Files.size(file), "\"size_bytes\" : 12288");

        assertState(file.getFileName().toString(), new CheckState.Broken("length"));
    }

    @Test
    void aManifestThatIsNoneLeavesTheFileUnchecked() throws IOException {
        Path file = backups.make();
        Files.writeString(Path.of(file + ".json"), "{");

        assertState(file.getFileName().toString(), new CheckState.Unchecked());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aManifestThatIsALinkIsNone() throws IOException {
        Path file = backups.make();
        Path json = Path.of(file + ".json");
        Files.createSymbolicLink(json, Files.move(json, root.resolve("elsewhere.json")));

        assertState(file.getFileName().toString(), new CheckState.Unchecked());
    }

    @Test
    void aCheckThatFailedIsRemembered() throws IOException {
        Path file = backups.make();
        BackupManifest failed =
                manifest(file).withFailedCheck(new BackupManifest.FailedCheck(backups.now(), "checksum"));
        Files.write(Path.of(file + ".json"), failed.toJson());

        assertState(file.getFileName().toString(), new CheckState.Broken("checksum"));
        assertThat(only().isRestorable()).isFalse();
        assertThat(only().isOurs()).isTrue();
    }

    @Test
    void protectionIsShown() throws IOException {
        Path file = backups.make();
        Files.write(Path.of(file + ".json"), manifest(file).withProtection(true).toJson());

        assertThat(only().isProtected()).isTrue();
    }

    /** Under a name of ours it was to be one; under another nobody knows. */
    @ParameterizedTest
    @CsvSource({"0", "1", "15", "16", "99"})
    void whatIsTooShortForAHeaderIsNoDatabase(int length) throws IOException {
        byte[] bytes = Files.readAllBytes(backups.make());
        Files.write(backups.file("mine.sqlite"), Arrays.copyOf(bytes, length));
        Files.write(backups.file(OLD_NAME), Arrays.copyOf(bytes, length));

        assertState("mine.sqlite", new CheckState.Foreign("no-database"));
        assertState(OLD_NAME, new CheckState.Broken("no-database"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 4095, 4096, 8192, -1, 1, 4096_000})
    void whatIsShorterOrLongerThanItsHeaderSaysIsBroken(int length) throws IOException {
        byte[] bytes = Files.readAllBytes(backups.make());
        int changed = length < 0 || length == 1 ? bytes.length + length : length;
        Files.write(backups.file("mine.sqlite"), Arrays.copyOf(bytes, changed));
        Files.write(backups.file(OLD_NAME), Arrays.copyOf(bytes, changed));

        assertState("mine.sqlite", new CheckState.Broken("length"));
        assertState(OLD_NAME, new CheckState.Broken("length"));
    }

    @Test
    void garbageIsNoDatabase() throws IOException {
        Files.writeString(backups.file("mine.sqlite"), "garbage ".repeat(5000));

        assertState("mine.sqlite", new CheckState.Foreign("no-database"));
        assertThat(only().isOurs()).isFalse();
        assertThat(only().isRestorable()).isFalse();
    }

    @Test
    void theDatabaseOfAnotherProgramIsForeign() throws IOException, SQLException {
        try (Connection connection = TestDatabase.open(backups.file("bookmarks.sqlite"))) {
            TestDatabase.execute(connection, "CREATE TABLE t (x)");
        }
        Files.copy(backups.file("bookmarks.sqlite"), backups.file(OLD_NAME));

        assertState("bookmarks.sqlite", new CheckState.Foreign("foreign"));
        assertState(OLD_NAME, new CheckState.Broken("foreign"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "x", "backups", "../live.db", "GRAPH_TRACKER_20261122_213000.SQLITE"})
    void whatTheListingDoesNotHaveIsNotFound(String name) throws IOException {
        backups.make();

        assertThat(catalog.findIfThere(name)).isEmpty();
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> catalog.find(name))
                .extracting(e -> e.problem().code())
                .isEqualTo("backup_not_found");
    }

    /** Each needs its attributes, its header and its manifest: some file accesses, not some milliseconds. */
    @Test
    @Timeout(20)
    void thousandsAreListed() throws IOException {
        Path file = backups.make();
        byte[] bytes = Files.readAllBytes(file);
        byte[] manifest = Files.readAllBytes(Path.of(file + ".json"));
        List<String> expected = IntStream.range(0, 3_000)
                .mapToObj("graph_tracker_20240101_000000_%04d.sqlite"::formatted)
                .toList();
        // the same few bytes under all names, for the disk's sake
        byte[] header = Arrays.copyOf(bytes, 4096);
        for (String name : expected) {
            Files.write(backups.file(name), header);
            Files.write(backups.file(name + ".json"), manifest);
        }

        assertThat(names()).hasSize(3_001).containsAll(expected);
    }

    /** Of a backup that is being made nobody sees anything before it is proven. */
    @Test
    void aBackupInTheMakingIsNotListed() throws IOException {
        List<Integer> seen = new ArrayList<>();
        backups.on(BackupEvent.class, () -> {
            try {
                seen.add(names().size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        backups.make();

        assertThat(seen).first().isEqualTo(0);
        assertThat(names()).hasSize(1);
    }

    private List<String> names() throws IOException {
        return catalog.list().entries().stream().map(CatalogEntry::name).toList();
    }

    private List<String> marked() throws IOException {
        return catalog.list().entries().stream()
                .filter(CatalogEntry::newestProven)
                .map(CatalogEntry::name)
                .toList();
    }

    private CatalogEntry only() throws IOException {
        assertThat(catalog.list().entries()).hasSize(1);
        return catalog.list().entries().getFirst();
    }

    private void assertState(String name, CheckState expected) throws IOException {
        CatalogEntry entry = catalog.find(name);
        assertThat(entry.state()).isEqualTo(expected);
        assertThat(entry.isOurs()).isEqualTo(!(expected instanceof CheckState.Foreign));
    }

    private Path copy(Path file, String name) throws IOException {
        return Files.copy(file, backups.file(name));
    }

    private static void damageLength(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    }

    private static BackupManifest manifest(Path file) {
        return BackupManifest.read(Path.of(file + ".json")).orElseThrow();
    }

    private static void replaceInManifest(Path file, String value, String other) throws IOException {
        Path json = Path.of(file + ".json");
        assertThat(json).content().contains(value);
        Files.writeString(json, Files.readString(json).replace(value, other));
    }
}
