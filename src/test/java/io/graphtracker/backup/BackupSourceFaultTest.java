package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faulty source databases. None is backed up as if it were sound, none is changed, and neither are older backups.
 * {@link BackupProcedureTest} has the simple cases: a missing file, an empty one, and one that is not a database.
 */
@Timeout(60)
class BackupSourceFaultTest {

    private static final int PAGE_BYTES = 4096;

    @TempDir
    Path root;

    private Path database;
    private Path folder;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.create(
                Files.createDirectory(root.resolve("instance")).resolve("live.db"));
        folder = root.resolve("backups");
        TestProcedures.any().backUp(database, folder, TestJobs.at(TestJobs.NOW.minusDays(1)));
    }

    /** SQLite continues with a file that is deleted while open; a copy of it would hide that the original is gone. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDatabaseThatIsDeletedMeanwhileIsToldMissing() throws IOException {
        FolderContents before = FolderContents.of(folder);
        VolumeSpace deleting = new VolumeSpace() {
            @Override
            public long usableBytes(Path target) throws IOException {
                Files.deleteIfExists(database);
                return super.usableBytes(target);
            }
        };

        BackupException reason = catchThrowableOfType(
                BackupException.class,
                () -> TestProcedures.with(Runnable::run, deleting).backUp(database, folder, TestJobs.any()));

        assertThat(reason.problem()).isEqualTo(BackupProblem.DATABASE_MISSING);
        assertThat(FolderContents.of(folder)).isEqualTo(before);
    }

    /**
     * Offsets and meanings are in <a href="https://www.sqlite.org/fileformat2.html#the_database_header">the file
     * format</a>.
     */
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "0, 00000000000000000000000000000000, no magic",
        "15, 01, a magic that ends otherwise",
        "16, 0000, no page size",
        "16, 1001, a page size that is none",
        "16, 0200, another page size",
        "18, ffff, versions that nobody can read",
        "20, ff, pages without room",
        "21, 00, fractions that are none",
        "28, 7fffffff, more pages than there are",
        "32, 00000007, a list of free pages that is none",
        "44, 00000009, a schema format that nobody knows",
        "56, 00000009, an encoding that nobody knows"
    })
    void aDamagedHeaderIsToldOrDoesNotMatter(int offset, String bytes, String what) throws IOException, SQLException {
        overwrite(offset, HexFormat.of().parseHex(bytes));

        assertToldOrRight();
    }

    @Test
    void aHeaderOfZerosIsTold() throws IOException {
        overwrite(0, new byte[100]);

        assertFails("verification-failed.source-damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 512, PAGE_BYTES - 1, PAGE_BYTES, PAGE_BYTES + 1, 10 * PAGE_BYTES})
    void whatIsLeftOfATruncatedDatabaseIsTold(int length) throws IOException {
        Files.write(database, Arrays.copyOf(Files.readAllBytes(database), length));

        assertFails("verification-failed.source-damaged");
    }

    /** SQLite would read it as zeros, and copy those. */
    @Test
    void evenOneMissingByteIsTold() throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        Files.write(database, Arrays.copyOf(bytes, bytes.length - 1));

        assertFails("verification-failed.source-damaged");
    }

    /** A page that is not copied, such as one of an index, which is rebuilt, may have any content. */
    @Test
    void aDamagedPageIsToldOrDoesNotMatterWhereverItIs() throws IOException, SQLException {
        byte[] sound = Files.readAllBytes(database);
        int told = 0;
        int pages = sound.length / PAGE_BYTES;
        for (int page = 1; page <= pages; page++) {
            TestDatabase.damagePage(database, page);
            told += assertToldOrRight() ? 1 : 0;
            Files.write(database, sound);
        }

        assertThat(told).isGreaterThan(pages * 9 / 10);
    }

    @Test
    void aDatabaseThatAnotherProgramKeepsToItselfIsTold() throws Exception {
        List<String> rows = TestDatabase.rows(database);
        try (ChildProcess other = ChildProcess.start(DatabaseHolder.class, root, database)) {
            assertThat(other.line()).isEqualTo(DatabaseHolder.HELD);

            assertFails("database-locked");
        }

        assertThat(TestProcedures.any().backUp(database, folder, TestJobs.any()).file())
                .satisfies(backup -> assertThat(TestDatabase.rows(backup)).isEqualTo(rows));
        WholeBackups.assertNothingElse(folder);
    }

    /** @return whether the fault was reported; otherwise a correct copy was made, and is deleted again */
    private boolean assertToldOrRight() throws IOException, SQLException {
        FolderContents before = FolderContents.of(folder);
        FolderContents live = FolderContents.of(database.getParent());
        boolean told = isTold();
        assertThat(FolderContents.of(folder)).isEqualTo(before);
        assertThat(FolderContents.of(database.getParent())).isEqualTo(live);
        return told;
    }

    private boolean isTold() throws IOException, SQLException {
        Backup backup;
        try {
            backup = TestProcedures.any().backUp(database, folder, TestJobs.any());
        } catch (BackupException e) {
            assertThat(e.problem()).isEqualTo(BackupProblem.VERIFICATION_FAILED);
            return true;
        }
        assertThat(TestDatabase.value(backup.file(), "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(TestDatabase.rows(backup.file())).isEqualTo(TestDatabase.rows(older()));
        for (String suffix : List.of("", ".sha256", ".json")) {
            Files.delete(Path.of(backup.file() + suffix));
        }
        return false;
    }

    private Path older() throws IOException {
        return WholeBackups.in(folder).getFirst();
    }

    private void assertFails(String key) throws IOException {
        FolderContents before = FolderContents.of(folder);
        FolderContents live = FolderContents.of(database.getParent());

        BackupException reason = catchThrowableOfType(
                BackupException.class, () -> TestProcedures.any().backUp(database, folder, TestJobs.any()));

        assertThat(reason.textKey()).isEqualTo("backup.problem." + key);
        assertThat(FolderContents.of(folder)).isEqualTo(before);
        assertThat(FolderContents.of(database.getParent())).isEqualTo(live);
    }

    private void overwrite(int offset, byte[] bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.seek(offset);
            file.write(bytes);
        }
    }
}
