package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.sqlite.SqliteSideFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCheckTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() throws SQLException {
        file = folder.resolve("backup.sqlite");
        TestDatabase.create(file);
        withoutWal();
    }

    @Test
    void aWholeDatabaseOfOursHasNoFault() throws IOException {
        assertThat(FileCheck.faultOf(file)).isEmpty();
        assertThat(FileCheck.needsSideFiles(file)).isFalse();
    }

    @Test
    void anythingElseIsNoDatabase() throws IOException {
        Files.writeString(file, "no database");

        assertThat(FileCheck.faultOf(file)).contains(ProblemKind.NOT_A_DATABASE);
    }

    @Test
    void aDatabaseOfAnotherProgramIsForeignWhateverItsLength() throws IOException, SQLException {
        execute("PRAGMA application_id = 1");
        cut();

        assertThat(FileCheck.faultOf(file)).contains(ProblemKind.FOREIGN);
    }

    @Test
    void aPartOrAnAppendixIsALengthThatIsWrong() throws IOException {
        Files.write(file, new byte[1], StandardOpenOption.APPEND);
        assertThat(FileCheck.faultOf(file)).contains(ProblemKind.LENGTH);

        cut();
        assertThat(FileCheck.faultOf(file)).contains(ProblemKind.LENGTH);
    }

    /** All data of a new database in use is still in its write-ahead log. */
    @Test
    void aCopyWithoutTheWriteAheadLogIsToldFromAForeignDatabase() throws IOException, SQLException {
        Path young = folder.resolve("young.db");
        Path copy = folder.resolve("copy.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + young + "?journal_mode=WAL");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (x)");
            Files.copy(young, copy);
            Files.copy(SqliteSideFile.WAL.of(young), SqliteSideFile.WAL.of(copy));
        }
        assertThat(FileCheck.faultOf(copy)).contains(ProblemKind.SIDE_FILES);

        Files.delete(SqliteSideFile.WAL.of(copy));
        assertThat(FileCheck.faultOf(copy)).contains(ProblemKind.WITHOUT_WAL);
    }

    @ParameterizedTest
    @CsvSource({"WAL, true", "JOURNAL, true", "SHM, false"})
    void onlySideFilesWithDataAreNeeded(SqliteSideFile kind, boolean needed) throws IOException {
        Files.createFile(kind.of(file));
        assertThat(FileCheck.needsSideFiles(file)).isFalse();

        Files.writeString(kind.of(file), "x");
        assertThat(FileCheck.needsSideFiles(file)).isEqualTo(needed);
    }

    private void cut() throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2));
    }

    private void withoutWal() throws SQLException {
        execute("PRAGMA journal_mode = DELETE");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
