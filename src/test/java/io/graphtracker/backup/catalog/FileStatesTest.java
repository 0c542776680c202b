package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.database.sqlite.SqliteApplicationId;
import io.graphtracker.testing.OrdinaryUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The listing of files that are not sound backups. */
class FileStatesTest extends BackupCatalogFixture {
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

        assertState(name, new VerificationState.Foreign("not-a-file"));
    }

    @Test
    void aFolderOfSuchANameIsShownAsUnusable() throws IOException {
        Files.createDirectory(backups.file("x.sqlite"));
        Files.createDirectory(backups.file(OLD_NAME));

        assertState("x.sqlite", new VerificationState.Foreign("not-a-file"));
        assertState(OLD_NAME, new VerificationState.Foreign("not-a-file"));
    }

    /** Opening a pipe would block until a process writes to it, for ever. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNotOpened() throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", backups.file("pipe.sqlite").toString())
                        .start()
                        .waitFor()
                == 0);

        assertState("pipe.sqlite", new VerificationState.Foreign("not-a-file"));
    }

    @Test
    @OrdinaryUser
    void aFileThatMayNotBeReadIsShownAsSuch() throws IOException {
        Path file = backups.make();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        assertState(file.getFileName().toString(), new VerificationState.Broken("unreadable"));
    }

    @Test
    void aFileWithoutManifestIsNotYetChecked() throws IOException {
        copy(backups.make(), "added.sqlite");

        assertState("added.sqlite", new VerificationState.Unchecked());
        assertThat(catalog.find("added.sqlite").isRestorable()).isTrue();
    }

    @Test
    void aManifestThatSpeaksOfAnotherFileIsNone() throws IOException {
        Path file = backups.make();
        copy(file, "added.sqlite");
        Files.copy(Path.of(file + ".json"), backups.file("added.sqlite.json"));

        assertState("added.sqlite", new VerificationState.Unchecked());
        assertThat(catalog.find("added.sqlite").manifest()).isNull();
    }

    @Test
    void aManifestThatSpeaksOfAnotherSizeShowsThatTheFileIsAnother() throws IOException {
        Path file = backups.make();
        replaceInManifest(file, "\"size_bytes\" : " + Files.size(file), "\"size_bytes\" : 12288");

        assertState(file.getFileName().toString(), new VerificationState.Broken("length"));
    }

    @Test
    void aManifestThatIsNoneLeavesTheFileUnchecked() throws IOException {
        Path file = backups.make();
        Files.writeString(Path.of(file + ".json"), "{");

        assertState(file.getFileName().toString(), new VerificationState.Unchecked());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aManifestThatIsALinkIsNone() throws IOException {
        Path file = backups.make();
        Path json = Path.of(file + ".json");
        Files.createSymbolicLink(json, Files.move(json, root.resolve("elsewhere.json")));

        assertState(file.getFileName().toString(), new VerificationState.Unchecked());
    }

    @Test
    void aCheckThatFailedIsRemembered() throws IOException {
        Path file = backups.make();
        BackupManifest failed =
                manifest(file).withFailedCheck(new BackupManifest.FailedCheck(backups.now(), "checksum"));
        Files.write(Path.of(file + ".json"), failed.toJson());

        assertState(file.getFileName().toString(), new VerificationState.Broken("checksum"));
        assertThat(only().isRestorable()).isFalse();
        assertThat(only().isOurs()).isTrue();
    }

    @Test
    void protectionIsShown() throws IOException {
        Path file = backups.make();
        Files.write(Path.of(file + ".json"), manifest(file).withProtection(true).toJson());

        assertThat(only().isProtected()).isTrue();
    }

    /** Under one of our names it was meant to be a backup; under another name that is unknown. */
    @ParameterizedTest
    @CsvSource({"0", "1", "15", "16", "99"})
    void whatIsTooShortForAHeaderIsNoDatabase(int length) throws IOException {
        byte[] bytes = Files.readAllBytes(backups.make());
        Files.write(backups.file("mine.sqlite"), Arrays.copyOf(bytes, length));
        Files.write(backups.file(OLD_NAME), Arrays.copyOf(bytes, length));

        assertState("mine.sqlite", new VerificationState.Foreign("no-database"));
        assertState(OLD_NAME, new VerificationState.Broken("no-database"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 4095, 4096, 8192, -1, 1, 4096_000})
    void whatIsShorterOrLongerThanItsHeaderSaysIsBroken(int length) throws IOException {
        byte[] bytes = Files.readAllBytes(backups.make());
        int changed = length < 0 || length == 1 ? bytes.length + length : length;
        Files.write(backups.file("mine.sqlite"), Arrays.copyOf(bytes, changed));
        Files.write(backups.file(OLD_NAME), Arrays.copyOf(bytes, changed));

        assertState("mine.sqlite", new VerificationState.Broken("length"));
        assertState(OLD_NAME, new VerificationState.Broken("length"));
    }

    @Test
    void garbageIsNoDatabase() throws IOException {
        Files.writeString(backups.file("mine.sqlite"), "garbage ".repeat(5000));

        assertState("mine.sqlite", new VerificationState.Foreign("no-database"));
        assertThat(only().isOurs()).isFalse();
        assertThat(only().isRestorable()).isFalse();
    }

    /** As a running Graph Tracker leaves it: all data is in the write-ahead log. */
    @Test
    void aYoungDatabaseThatWasCopiedInUseIsToldAsSuch() throws IOException, SQLException {
        Path live = root.resolve("young.db");
        try (Connection connection = TestDatabase.open(live)) {
            TestDatabase.execute(
                    connection,
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA application_id = " + SqliteApplicationId.VALUE,
                    "CREATE TABLE t (x)");
            Files.copy(live, backups.file("alone.db"));
            Files.copy(live, backups.file("both.db"));
            Files.copy(Path.of(live + "-wal"), backups.file("both.db-wal"));
        }

        assertState("alone.db", new VerificationState.Foreign("without-wal"));
        assertState("both.db", new VerificationState.Foreign("side-files"));
    }

    @Test
    void theDatabaseOfAnotherProgramIsForeign() throws IOException, SQLException {
        try (Connection connection = TestDatabase.open(backups.file("bookmarks.sqlite"))) {
            TestDatabase.execute(connection, "CREATE TABLE t (x)");
        }
        Files.copy(backups.file("bookmarks.sqlite"), backups.file(OLD_NAME));

        assertState("bookmarks.sqlite", new VerificationState.Foreign("foreign"));
        assertState(OLD_NAME, new VerificationState.Broken("foreign"));
    }
}
