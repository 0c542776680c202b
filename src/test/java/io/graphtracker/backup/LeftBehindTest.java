package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.testing.Volume;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message does not claim that nothing was kept while an unfinished file is in the folder. */
class LeftBehindTest {

    private static final String PART = ".graph_tracker_20261122_213000.sqlite.part";

    @TempDir
    Path root;

    private Path database;
    private Path folder;
    private BackupTexts texts;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.createLarge(root.resolve("live.db"));
        folder = Files.createDirectory(root.resolve("backups"));
        texts = new BackupTexts(new Texts(), new ProjectRoot(root));
    }

    /** As on a share whose permissions change during the backup, or a volume that becomes read-only. */
    @Test
    void aBackupThatFailsInAFolderThatNothingCanBeDeletedFromSaysWhatIsLeft() throws Exception {
        BackupException reason;
        try (Volume volume = new Volume()) {
            // skips the test where there is no such thing; what fails in the midst of a copy would get lost
            volume.attribute(Files.createDirectory(root.resolve("tried")), 'a');
            reason = backUp(() -> volume.attribute(folder, 'a'));
            assertThat(FolderContents.of(folder).names()).contains(PART);
        }

        assertThat(texts.hint(reason))
                .isEqualTo("No backup was made, and older backups are untouched. The unfinished file"
                        + " backups/" + PART + " could not be deleted;"
                        + " Graph Tracker will try again later.");
    }

    @Test
    void oneThatFailsElsewhereSaysThatNothingIsLeft() {
        BackupException reason = backUp(() -> {});

        assertThat(texts.hint(reason)).isEqualTo("Nothing was kept of this backup, and older backups are untouched.");
    }

    private interface Work {
        void run() throws Exception;
    }

    private BackupException backUp(Work amid) {
        return catchThrowableOfType(
                BackupException.class,
                () -> TestProcedures.any().backUp(database, folder, TestJobs.watched((run, progress) -> {
                    if (progress.phase() == BackupPhase.COPYING && progress.doneBytes() > 0 && !progress.cancelling()) {
                        run.cancel();
                        quietly(amid);
                    }
                })));
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
