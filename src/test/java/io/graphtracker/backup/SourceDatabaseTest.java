package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.testing.RawNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsToldAndNotMade() throws IOException {
        Path missing = folder.resolve("missing.db");

        BackupException reason = catchThrowableOfType(BackupException.class, () -> SourceDatabase.open(missing));

        assertThat(reason.problem()).isEqualTo(BackupProblem.DATABASE_MISSING);
        assertThat(reason.arguments()).containsExactly(missing);
        assertThat(FolderContents.of(folder).names()).isEmpty();
    }

    @Test
    void aFileThatVanishesAfterTheLookIsNotMadeEither() throws IOException {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> SqliteFiles.open(folder.resolve("missing.db")));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> SqliteFiles.openImmutable(folder.resolve("missing.db")));

        assertThat(FolderContents.of(folder).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a#b",
                "#",
                "a?b",
                "a?mode=memory",
                "a?immutable=1&x",
                "a%b",
                "a%20b",
                "a%00b",
                "a b",
                "a&b",
                "a=b",
                "a;b",
                "a'b",
                "a\"b",
                "a+b",
                "a:b",
                "größe",
                "日本",
                "😀",
                "file:a",
                ":memory:",
                "~",
                "${x}",
                "-a",
                "a\\b"
            })
    @DisabledOnOs(OS.WINDOWS)
    void opensAndCopiesTheRightFileUnderAnyName(String name) throws IOException, SQLException {
        RawNames.assumePossible(name);
        Path database = place(name, "right");
        decoys(name);
        Path part = Files.createFile(
                Files.createDirectories(folder.resolve("to").resolve(name)).resolve(name));
        FolderContents before = FolderContents.of(database.getParent());

        try (SourceDatabase source = SourceDatabase.open(database)) {
            source.copyInto(part, TestJobs.any());
        }

        assertThat(TestDatabase.rows(part)).hasSize(500).allMatch(row -> row.contains(":right "));
        assertThat(FolderContents.of(database.getParent())).isEqualTo(before);
        assertThat(FolderContents.of(part.getParent()).names()).containsExactly(name);
        try (Connection copy = SqliteFiles.openImmutable(part)) {
            assertThat(SchemaFingerprint.read(copy).applicationId()).isEqualTo(TestDatabase.APPLICATION_ID);
        }
    }

    /** Decoy databases under the names that a careless way of opening would use instead. */
    private void decoys(String name) throws IOException, SQLException {
        for (String decoy : List.of(name.split("[#?;&]", 2)[0], name.replace("%20", " "), name.replace("%00", ""))) {
            if (!decoy.equals(name) && !decoy.isEmpty()) {
                place(decoy, "wrong");
            }
        }
    }

    private Path place(String name, String content) throws IOException, SQLException {
        Path made = TestDatabase.create(folder.resolve("made.db"), content);
        Path file =
                Files.createDirectories(folder.resolve("from").resolve(name)).resolve(name);
        return Files.move(made, file);
    }

    @Test
    void copiesWhatIsOnlyInTheWriteAheadLogAndNotWhatIsUncommitted() throws IOException, SQLException {
        Path database = TestDatabase.create(folder.resolve("live.db"));
        Path part = Files.createFile(folder.resolve("part"));
        try (Connection writer = TestDatabase.open(database)) {
            TestDatabase.execute(
                    writer, "PRAGMA wal_autocheckpoint = 0", "INSERT INTO item VALUES (1001, 'committed')");
            writer.setAutoCommit(false);
            TestDatabase.execute(
                    writer, "INSERT INTO item VALUES (1002, 'uncommitted')", "DELETE FROM item WHERE id = 1");
            assertThat(folder.resolve("live.db-wal")).isNotEmptyFile();

            try (SourceDatabase source = SourceDatabase.open(database)) {
                source.copyInto(part, TestJobs.any());
            }

            // the writer was neither waited for nor disturbed
            writer.commit();
        }
        assertThat(TestDatabase.rows(part))
                .hasSize(501)
                .contains("1001:committed")
                .doesNotContain("1002:uncommitted");
        assertThat(TestDatabase.rows(database)).hasSize(501).contains("1002:uncommitted");
    }

    @Test
    void theCopyNeedsNoOtherFileAndIsNotInWalMode() throws IOException, SQLException {
        Path database = TestDatabase.create(folder.resolve("live.db"));
        Path part = Files.createFile(
                Files.createDirectory(folder.resolve("backups")).resolve("part"));

        try (SourceDatabase source = SourceDatabase.open(database)) {
            source.copyInto(part, TestJobs.any());
        }

        assertThat(TestDatabase.value(database, "PRAGMA journal_mode")).isEqualTo("wal");
        assertThat(TestDatabase.value(part, "PRAGMA journal_mode")).isEqualTo("delete");
        assertThat(FolderContents.of(part.getParent()).names()).containsExactly("part");
    }

    @Test
    void theEstimateIsTheSizeOfTheCopyAndLeavesOutFreePages() throws IOException, SQLException {
        Path database = TestDatabase.create(folder.resolve("live.db"));
        try (Connection connection = TestDatabase.open(database)) {
            TestDatabase.execute(
                    connection,
                    "CREATE TABLE big AS SELECT zeroblob(1000000)",
                    "DROP TABLE big",
                    "PRAGMA wal_checkpoint");
        }
        Path part = Files.createFile(folder.resolve("part"));

        try (SourceDatabase source = SourceDatabase.open(database)) {
            source.copyInto(part, TestJobs.any());
            assertThat(Files.size(database)).isGreaterThan(1_000_000);
            assertThat((double) source.estimatedBytes()).isBetween(Files.size(part) * 0.95, Files.size(part) * 1.05);
        }
    }

    @Test
    void sameDataGiveTheSameBytes() throws IOException, SQLException {
        Path database = TestDatabase.create(folder.resolve("live.db"));
        Path one = Files.createFile(folder.resolve("one"));
        Path two = Files.createFile(folder.resolve("two"));

        try (SourceDatabase source = SourceDatabase.open(database)) {
            source.copyInto(one, TestJobs.any());
            source.copyInto(two, TestJobs.any());
        }

        assertThat(one).hasSameBinaryContentAs(two);
    }

    @Test
    void doesNotOverwriteAFileWithContent() throws IOException, SQLException {
        Path database = TestDatabase.create(folder.resolve("live.db"));
        Path other = Files.writeString(folder.resolve("other"), "other");

        try (SourceDatabase source = SourceDatabase.open(database)) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> source.copyInto(other, TestJobs.any()));
        }

        assertThat(other).hasContent("other");
    }
}
