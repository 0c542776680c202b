package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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

/** A backup that is checked again: what is found of each kind of damage, and what the manifest says afterwards. */
@Timeout(60)
class VerifyTest {

    private static final int PAGE_BYTES = 4096;

    @TempDir
    Path root;

    private TestBackups backups;
    private CatalogService service;
    private Path file;
    private String name;
    private BackupManifest original;

    @BeforeEach
    void make() throws IOException, SQLException {
        backups = TestBackups.start(root);
        service = backups.bean(CatalogService.class);
        file = backups.make();
        name = file.getFileName().toString();
        original = manifest();
        backups.advance(Duration.ofDays(3));
    }

    @AfterEach
    void stop() {
        backups.close();
    }

    @Test
    void aSoundBackupIsProvenAnewAndNothingElseChanges() throws IOException {
        FolderContents before = FolderContents.of(backups.folder());

        service.verify(name, "zoe");

        assertThat(manifest()).isEqualTo(original.withPassedCheck(backups.now()));
        Files.write(manifestFile(), original.toJson());
        assertThat(FolderContents.of(backups.folder())).isEqualTo(before);
    }

    @Test
    void protectionOutlastsACheck() throws IOException {
        service.setProtected(name, true, "zoe");
        service.verify(name, "zoe");

        assertThat(manifest()).isEqualTo(original.withProtection(true).withPassedCheck(backups.now()));
    }

    @Test
    void aCheckThatPassesClearsOneThatDidNot() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        flip(Files.size(file) - 10);
        assertUnusable("checksum");

        Files.write(file, sound);
        service.verify(name, "zoe");

        assertThat(manifest()).isEqualTo(original.withPassedCheck(backups.now()));
    }

    @Test
    void aFailureIsNotedWithItsTimeAndTheOldProof() throws IOException {
        flip(200);

        assertUnusable("checksum");

        assertThat(manifest())
                .isEqualTo(original.withFailedCheck(new BackupManifest.FailedCheck(backups.now(), "checksum")));
        assertThat(backups.bean(BackupCatalog.class).find(name).state()).isEqualTo(new CheckState.Broken("checksum"));
    }

    /** Somewhere in each page: also where SQLite would not notice. */
    @Test
    void aFlippedBitIsFoundWhereverItIs() throws IOException {
        long pages = Files.size(file) / PAGE_BYTES;
        assertThat(pages).isGreaterThan(10);
        for (int page = 0; page < pages; page++) {
            long offset = (long) page * PAGE_BYTES + 120 + page;
            flip(offset);
            assertThat(reason()).as("page %d", page).isEqualTo("checksum");
            flip(offset);
        }
        service.verify(name, "zoe");
    }

    /** Of a file that came without manifest and checksum, SQLite alone can tell. */
    @Test
    void aDamagedPageIsFoundBySqliteWhereverItIs() throws IOException {
        forgetWhatIsKnown();
        byte[] sound = Files.readAllBytes(file);
        for (int page = 1; page <= sound.length / PAGE_BYTES; page++) {
            TestDatabase.damagePage(file, page);
            assertThat(reason()).as("page %d", page).isIn("damaged", "no-database");
            assertThat(manifestFile()).doesNotExist();
            Files.write(file, sound);
        }
        service.verify(name, "zoe");
    }

    /** Offsets and meanings are in <a href="https://www.sqlite.org/fileformat2.html#the_database_header">the file format</a>. */
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0, 00000000000000000000000000000000, no magic, no-database",
        "15, 01, a magic that ends otherwise, no-database",
        "16, 0000, no page size, length",
        "16, 0200, another page size, length",
        "18, ffff, versions that nobody can read, damaged",
        "20, ff, pages without room, damaged",
        "21, 00, fractions that are none, damaged",
        "28, 7fffffff, more pages than there are, length",
        "28, 00000000, no pages, length",
        "32, 00000007, a list of free pages that is none, damaged",
        "44, 00000009, a schema format that nobody knows, damaged",
        "68, 00000000, a mark of nobody, foreign"
    })
    void aDamagedHeaderIsFound(int offset, String bytes, String what, String kind) throws IOException {
        forgetWhatIsKnown();
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(offset);
            access.write(HexFormat.of().parseHex(bytes));
        }

        assertThat(reason()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 512, PAGE_BYTES - 1, PAGE_BYTES, PAGE_BYTES + 1, 10 * PAGE_BYTES, -1, 0})
    void aTruncatedFileIsFound(int length) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));

        assertThat(reason()).isEqualTo(length == 99 || length == 0 ? "no-database" : "length");
        assertThat(manifest().failedCheck().reason()).isEqualTo(reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PAGE_BYTES})
    void aFileThatIsTooLongIsFound(int excess) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + excess));

        assertUnusable("length");
    }

    @Test
    void aReferenceToNothingIsFound() throws IOException, SQLException {
        forgetWhatIsKnown();
        change(
                "CREATE TABLE part (item INTEGER REFERENCES item (id))",
                "PRAGMA foreign_keys = OFF",
                "INSERT INTO part VALUES (123456)");

        assertUnusable("foreign-keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-journal"})
    void aFileThatBelongsToItIsFound(String suffix) throws IOException {
        Files.writeString(file.resolveSibling(name + suffix), "x");

        assertUnusable("side-files");
    }

    /** SQLite leaves such files, and nothing is in them. */
    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-journal", "-shm"})
    void anEmptyFileBesideItDoesNotMatter(String suffix) throws IOException {
        Files.createFile(file.resolveSibling(name + suffix));

        service.verify(name, "zoe");
    }

    @Test
    void anotherChecksumBesideAFileWithoutManifestIsFound() throws IOException {
        Files.delete(manifestFile());
        Files.writeString(checksumFile(), "0".repeat(64) + "  " + name + "\n");

        assertUnusable("checksum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "none", "00  x\n", "\0\0\0"})
    void whatIsNoChecksumDoesNotMatter(String content) throws IOException {
        Files.delete(manifestFile());
        Files.writeString(checksumFile(), content);

        service.verify(name, "zoe");
        assertThat(manifest().sha256()).isEqualTo(original.sha256());
    }

    @Test
    void theChecksumMayHaveTheFormsOfSha256sum() throws IOException {
        Files.delete(manifestFile());
        Files.writeString(checksumFile(), original.sha256().toUpperCase(Locale.ROOT) + " *" + name + "\r\n");

        service.verify(name, "zoe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE flyway_schema_history",
                "ALTER TABLE flyway_schema_history RENAME COLUMN script TO other",
                "ALTER TABLE flyway_schema_history RENAME TO other; CREATE TABLE flyway_schema_history (x)",
                "ALTER TABLE flyway_schema_history RENAME TO other;"
                        + " CREATE VIEW flyway_schema_history AS SELECT no_such_function(1) AS installed_rank",
                "CREATE VIEW evil AS SELECT load_extension('x')",
                "CREATE TRIGGER evil AFTER INSERT ON item BEGIN DELETE FROM item; END",
                "CREATE VIRTUAL TABLE words USING fts5(word)"
            })
    void aStrangeSchemaIsFoundOrDoesNotMatter(String sql) throws IOException, SQLException {
        forgetWhatIsKnown();
        change(sql.split("(?<=[^)]); (?=CREATE)|(?<=other); "));

        BackupException reason = failure();
        if (reason != null) {
            assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_UNUSABLE);
        }
    }

    @Test
    void aFileThatWasAddedGetsAManifest() throws IOException {
        Files.move(file, backups.file("mine.sqlite"));
        Files.setLastModifiedTime(
                backups.file("mine.sqlite"), FileTime.from(Instant.parse("2023-05-06T07:08:09.123Z")));

        service.verify("mine.sqlite", "zoe");

        BackupManifest added =
                BackupManifest.read(backups.file("mine.sqlite.json")).orElseThrow();
        assertThat(added.kind()).isEqualTo(BackupKind.ADDED);
        assertThat(added.file()).isEqualTo("mine.sqlite");
        assertThat(added.createdAt()).isEqualTo("2023-05-06T07:08:09Z");
        assertThat(added.provenAt()).isEqualTo(backups.now());
        assertThat(added.sha256()).isEqualTo(Sha256.of(backups.file("mine.sqlite")));
        assertThat(added.sizeBytes()).isEqualTo(Files.size(backups.file("mine.sqlite")));
        assertThat(added.schemaVersion()).isEqualTo("2");
        assertThat(added.isProtected()).isFalse();
        assertThat(backups.bean(BackupCatalog.class).find("mine.sqlite").state())
                .isEqualTo(new CheckState.Proven(backups.now()));
    }

    /** As archives without times, or a wrong clock, leave them. A manifest cannot have each. */
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:01Z",
        "1969-01-01T00:00:00Z, 1970-01-01T00:00:01Z",
        "2199-01-01T00:00:00Z, 2026-11-25T21:30:00Z"
    })
    void aFileFromAStrangeTimeIsProvenToo(Instant modified, Instant created) throws IOException {
        Files.move(file, backups.file("mine.sqlite"));
        Files.setLastModifiedTime(backups.file("mine.sqlite"), FileTime.from(modified));

        service.verify("mine.sqlite", "zoe");

        assertThat(BackupManifest.read(backups.file("mine.sqlite.json")))
                .hasValueSatisfying(added -> assertThat(added.createdAt()).isEqualTo(created));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theManifestIsForItsOwnersEyesOnly() throws IOException {
        Files.delete(manifestFile());

        service.verify(name, "zoe");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(manifestFile())))
                .isEqualTo("rw-------");
    }

    /** What is wrong with the backup matters more. */
    @Test
    void thatAFailureCannotBeNotedDoesNotHideIt() throws IOException {
        flip(200);
        // a folder of the name that the manifest has until it is whole
        Files.createDirectories(backups.file("." + name + ".json.new").resolve("in-the-way"));

        assertUnusable("checksum");
    }

    @Test
    void aManifestThatCannotBeWrittenIsToldAndNothingChanges() throws IOException {
        Files.createDirectories(backups.file("." + name + ".json.new").resolve("in-the-way"));

        assertThat(failure().problem()).isEqualTo(BackupProblem.UNEXPECTED);
        assertThat(manifest()).isEqualTo(original);
    }

    /** The link is replaced, not what it leads to. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aManifestThatIsALinkIsNotWrittenThrough() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("elsewhere.txt"), "mine");
        Files.delete(manifestFile());
        Files.createSymbolicLink(manifestFile(), elsewhere);

        service.verify(name, "zoe");

        assertThat(elsewhere).hasContent("mine");
        assertThat(manifest().kind()).isEqualTo(BackupKind.ADDED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatMayNotBeReadIsToldWithItsReason() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "root may read everything");

        assertUnusable("unreadable");
    }

    @Test
    void aCheckChangesNothingBesideAndNeedsNoRightToWrite() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        byte[] before = Files.readAllBytes(file);

        assertThatCode(() -> service.verify(name, "zoe")).doesNotThrowAnyException();

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(FolderContents.of(backups.folder()).names())
                .containsExactlyInAnyOrder(name, name + ".json", name + ".sha256");
    }

    private void forgetWhatIsKnown() throws IOException {
        Files.delete(manifestFile());
        Files.delete(checksumFile());
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.open(file)) {
            TestDatabase.execute(connection, statements);
        }
    }

    private void flip(long offset) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(offset);
            int value = access.read();
            access.seek(offset);
            access.write(value ^ 1);
        }
    }

    private void assertUnusable(String kind) {
        BackupException reason = failure();
        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_UNUSABLE);
        assertThat(reason.kind()).isEqualTo(kind);
    }

    private String reason() {
        BackupException reason = failure();
        assertThat(reason).isNotNull();
        assertThat(List.of(BackupProblem.BACKUP_UNUSABLE, BackupProblem.BACKUP_NOT_FOUND))
                .contains(reason.problem());
        return reason.kind();
    }

    private BackupException failure() {
        return catchThrowableOfType(BackupException.class, () -> service.verify(name, "zoe"));
    }

    private Path manifestFile() {
        return file.resolveSibling(name + ".json");
    }

    private Path checksumFile() {
        return file.resolveSibling(name + ".sha256");
    }

    private BackupManifest manifest() {
        return BackupManifest.read(manifestFile()).orElseThrow();
    }
}
