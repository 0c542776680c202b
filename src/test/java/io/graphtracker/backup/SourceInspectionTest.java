package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.graphtracker.database.DatabaseContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inspection of the live database is valid for the copy only if nobody changes it meanwhile. */
class SourceInspectionTest {

    private static final String ADD_A_ROW = "INSERT INTO item VALUES (501, 'a row that came late')";

    /** A value that is not text; the column's check reports it. */
    private static final String BREAK_A_ROW = "UPDATE item SET name = x'00' WHERE id = 7";

    @TempDir
    Path root;

    private final List<String> looked = new ArrayList<>();
    private Path database;
    private Path folder;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.create(root.resolve("live.db"));
        folder = Files.createDirectory(root.resolve("backups"));
    }

    @Test
    void theRowsOfTheLiveDatabaseAreLookedAtAndNotThoseOfTheCopy() throws Exception {
        BackupManifest manifest = backUp(Runnable::run);

        assertThat(manifest.contents()).containsExactly(Map.entry("items", 500L));
        assertThat(manifest.isRestorable()).isTrue();
        assertThat(looked).containsExactly(database.toString());
    }

    @Test
    void aFaultInTheLiveDatabaseIsOneOfTheCopy() throws Exception {
        execute(BREAK_A_ROW);

        assertThat(backUp(Runnable::run).isRestorable()).isFalse();
        assertThat(looked).containsExactly(database.toString());
    }

    @Test
    void ifSomebodyCommitsAfterTheLookBeganTheCopyIsLookedAt() throws Exception {
        BackupManifest manifest = backUp(before(ADD_A_ROW));

        assertThat(manifest.contents()).containsExactly(Map.entry("items", 501L));
        assertThat(looked).hasSize(2).last().asString().endsWith(".part");
    }

    @Test
    void aFaultThatCameBetweenIsFound() throws Exception {
        assertThat(backUp(before(BREAK_A_ROW)).isRestorable()).isFalse();
    }

    @Test
    void aLookThatFailsIsNoReasonToMakeNoBackup() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);

        BackupManifest manifest = backUp(task -> {
            if (first.getAndSet(false)) {
                throw new RejectedExecutionException("no thread is to be had");
            }
            task.run();
        });

        assertThat(manifest.contents()).containsExactly(Map.entry("items", 500L));
    }

    @Test
    void theLiveDatabaseIsLetGo() throws Exception {
        backUp(before(ADD_A_ROW));

        // which needs it for itself
        assertThatNoException().isThrownBy(() -> execute("PRAGMA journal_mode = DELETE"));
        assertThat(root.resolve("live.db-wal")).doesNotExist();
    }

    /** An open snapshot would prevent the log from being reset until the backup has ended. */
    @Test
    void theSnapshotIsReleasedWhenTheRowsAreInspected() throws Exception {
        ContentsInspector inspector = new ContentsInspector(TestSchema.check(), List.of());
        try (SourceInspection inspection = new SourceInspection(database, inspector, TestJobs.any(), Runnable::run);
                Connection writer = TestDatabase.open(database)) {
            assertThat(inspection.report()).isCompleted();
            TestDatabase.execute(writer, ADD_A_ROW);

            // the first column says whether somebody was in the way
            assertThat(TestDatabase.query(writer, "PRAGMA wal_checkpoint(TRUNCATE)"))
                    .containsExactly("0");
        }
    }

    private Executor before(String change) {
        AtomicBoolean first = new AtomicBoolean(true);
        return task -> {
            if (first.getAndSet(false)) {
                try {
                    execute(change);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
            task.run();
        };
    }

    private BackupManifest backUp(Executor executor) throws IOException, SQLException {
        BackupProcedure procedure = new BackupProcedure(
                TestProcedures.CLOCK, new VolumeSpace(), executor, TestSchema.check(), List.of(items()), "1.2.3");
        return procedure.backUp(database, folder, TestJobs.any()).manifest();
    }

    /** Records which file is inspected. */
    private DatabaseContents items() {
        return connection -> {
            looked.add(TestDatabase.query(connection, "SELECT file FROM pragma_database_list")
                    .getFirst());
            SequencedMap<String, Long> counts = new LinkedHashMap<>();
            counts.put(
                    "items",
                    Long.valueOf(TestDatabase.query(connection, "SELECT count(*) FROM item")
                            .getFirst()));
            return counts;
        };
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.open(database)) {
            TestDatabase.execute(connection, sql);
        }
    }
}
