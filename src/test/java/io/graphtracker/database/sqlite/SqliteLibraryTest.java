package io.graphtracker.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.ChildProcess;
import io.graphtracker.testing.Thorough;
import io.graphtracker.testing.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Temporary folders in which SQLite's library cannot be unpacked, or cannot be run. */
@Timeout(60)
@Thorough
class SqliteLibraryTest {

    private final Volume volume = new Volume();

    @TempDir
    Path root;

    @AfterEach
    void unmount() throws Exception {
        volume.close();
    }

    @Test
    void isInTheTemporaryFolder() throws Exception {
        Path temporary = Files.createDirectory(root.resolve("tmp"));

        assertThat(outcome(temporary)).isEqualTo(SqliteLibraryProcess.LOADED);
        assertThat(root.resolve("instance")).doesNotExist();
        assertThat(libraries(temporary)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noexec,size=16m", "size=64k"})
    void isUnderTheProjectRootIfTheTemporaryFolderWillNotDo(String options) throws Exception {
        Path temporary = volume.memory(root.resolve("tmp"), options);

        assertThat(outcome(temporary)).isEqualTo(SqliteLibraryProcess.LOADED);
        // whoever is killed leaves the library; the next start clears it away, so it is there once
        assertThat(outcome(temporary)).isEqualTo(SqliteLibraryProcess.LOADED);
        assertThat(libraries(root.resolve("instance/sqlite-library"))).hasSize(1);
    }

    @Test
    void isToldIfItCanBeNowhere() throws Exception {
        Path temporary = volume.memory(root.resolve("tmp"), "noexec,size=16m");
        volume.memory(root.resolve("instance"), "noexec,size=16m");

        assertThat(outcome(temporary))
                .startsWith(SqliteLibraryProcess.REFUSED)
                .contains(
                        temporary.toString(),
                        root.resolve("instance/sqlite-library").toString(),
                        "Nothing is wrong with the database.",
                        "-Dorg.sqlite.tmpdir=FOLDER");
    }

    private String outcome(Path temporary) throws IOException, InterruptedException {
        try (ChildProcess child = ChildProcess.startWhole(SqliteLibraryProcess.class, temporary, root)) {
            return child.line(
                    line -> line.equals(SqliteLibraryProcess.LOADED) || line.startsWith(SqliteLibraryProcess.REFUSED));
        }
    }

    private static List<Path> libraries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("sqlitejdbc.so"))
                    .toList();
        }
    }
}
