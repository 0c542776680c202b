package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The invariants of a backups folder, whatever happened to the processes that made backups in it. */
public final class WholeBackups {

    private WholeBackups() {}

    /** Each visible backup is complete, and so are the files beside it. */
    static List<Path> assertAllWhole(Path folder, List<String> rows) throws IOException, SQLException {
        List<Path> backups = assertAllDescribed(folder);
        for (Path backup : backups) {
            assertSound(backup, rows);
        }
        return backups;
    }

    /** Each visible backup matches the checksum and the manifest beside it. */
    public static List<Path> assertAllDescribed(Path folder) throws IOException {
        List<Path> backups = in(folder);
        for (Path backup : backups) {
            String name = backup.getFileName().toString();
            String sha256 = Sha256.of(backup);
            assertThat(backup.resolveSibling(name + ".sha256")).hasContent(sha256 + "  " + name + "\n");
            assertThat(BackupManifest.read(backup.resolveSibling(name + ".json")))
                    .hasValueSatisfying(
                            manifest -> assertThat(manifest.sha256()).isEqualTo(sha256));
        }
        return backups;
    }

    /** A database with the accounts of {@link Ledger} is sound, and one committed state of its source. */
    static void assertSound(Path database, List<String> rows) throws SQLException {
        try (Connection connection = TestDatabase.open(database)) {
            assertThat(TestDatabase.query(connection, "PRAGMA integrity_check"))
                    .as("check of %s", database)
                    .containsExactly("ok");
            assertThat(TestDatabase.query(connection, TestDatabase.ROWS))
                    .as("rows of %s", database)
                    .isEqualTo(rows);
            assertThat(Ledger.balances(connection)).as("%s balances", database).isTrue();
        }
    }

    /**
     * There are only complete backups: no part file, and no file without its backup. The empty file that tests whether
     * files can be deleted may be left by a crash; the next backup deletes it.
     */
    public static void assertNothingElse(Path folder) throws IOException {
        List<String> expected = new ArrayList<>();
        for (Path backup : in(folder)) {
            String name = backup.getFileName().toString();
            expected.addAll(List.of(name, name + ".sha256", name + ".json"));
        }
        Set<String> names = new TreeSet<>(FolderContents.of(folder).names());
        names.remove(".graph_tracker.probe");
        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Deletes what interrupted backups left, as the application does after its start. */
    public static void sweep(Path root) {
        new StartupCleanup(
                        new BackupsDirectory(TestEnvironment.variables(root, Map.of()), new ProjectRoot(root)),
                        Runnable::run,
                        List.of(new InterruptedBackups(TestProcedures.CLOCK)))
                .cleanUpLater();
    }

    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> BackupName.of(file.getFileName().toString()).isPresent())
                    .sorted()
                    .toList();
        }
    }
}
