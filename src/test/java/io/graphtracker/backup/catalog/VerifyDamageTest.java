package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The damage that a verification finds. */
class VerifyDamageTest extends VerifyFixture {
    /** Somewhere in each page, also where SQLite would not notice. */
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

    /** A file without manifest and checksum can only be checked by SQLite. */
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

    /**
     * Offsets and meanings are in <a href="https://www.sqlite.org/fileformat2.html#the_database_header">the file
     * format</a>.
     */
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

    /** SQLite leaves such empty files. */
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
}
