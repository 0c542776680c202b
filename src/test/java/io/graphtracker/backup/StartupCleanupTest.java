package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.TestEnvironment;
import io.graphtracker.testing.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StartupCleanupTest {

    private static final String PUBLISHED = "graph_tracker_20261122_213000.sqlite";
    private static final String BROKEN_OFF = "graph_tracker_20261122_213001.sqlite";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(root.resolve("backups"));
        env("BACKUPS_DIR=backups");
    }

    @Test
    void whatACrashLeftIsDeletedAndNothingElse() throws IOException {
        leftovers();

        sweep(Runnable::run);

        assertThat(FolderContents.of(folder).names())
                .containsExactlyInAnyOrder(PUBLISHED, PUBLISHED + ".sha256", PUBLISHED + ".json", "notes.txt");
    }

    @Test
    void theStartDoesNotWaitForIt() throws IOException {
        leftovers();
        FolderContents before = FolderContents.of(folder);
        List<Runnable> tasks = new ArrayList<>();

        sweep(tasks::add);

        assertThat(tasks).hasSize(1);
        assertThat(FolderContents.of(folder)).isEqualTo(before);
    }

    @Test
    void whatAnotherProcessIsWritingIsLeftAlone() throws Exception {
        leftovers();
        FolderContents before = FolderContents.of(folder);

        try (LockHolder holder = LockHolder.start(folder, TestJobs.NOW)) {
            assertThat(holder.holdsIt()).isTrue();
            sweep(Runnable::run);
            assertThat(FolderContents.of(folder)).isEqualTo(before);

            holder.kill();
            sweep(Runnable::run);
            assertThat(FolderContents.of(folder)).isNotEqualTo(before);
        }
    }

    @Test
    void whatThisProcessIsWritingIsLeftAlone() throws IOException {
        leftovers();
        FolderContents before = FolderContents.of(folder);

        try (FolderLock lock = FolderLock.acquire(folder, TestJobs.NOW)) {
            sweep(Runnable::run);
        }

        assertThat(FolderContents.of(folder)).isEqualTo(before);
    }

    @Test
    void whereNothingIsLeftNothingIsWritten() throws IOException {
        sweep(Runnable::run);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFolderIsNotMade() throws IOException {
        Files.delete(folder);

        sweep(Runnable::run);

        assertThat(folder).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BACKUPS_DIR=", "BACKUPS_DIR=\"open", "BACKUPS_DIR=.env", "BACKUPS_DIR=~/x"})
    void settingsThatNameNoFolderDoNotHinderTheStart(String content) throws IOException {
        env(content);
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup")) {
            assertThatCode(() -> sweep(Runnable::run)).doesNotThrowAnyException();

            // whoever asks for a backup is told
            assertThat(log.messages(Level.WARN)).isEmpty();
        }
    }

    @Test
    void oneCleanupThatFailsDoesNotKeepTheNextFromItsWork() throws IOException {
        leftovers();
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup")) {
            sweep(
                    Runnable::run,
                    path -> {
                        throw new IOException("made by the test");
                    },
                    new InterruptedBackups(TestProcedures.CLOCK));

            assertThat(log.messages(Level.WARN)).singleElement().asString().contains(folder.toString());
        }
        assertThat(FolderContents.of(folder).names()).noneMatch(name -> name.endsWith(".part"));
    }

    private void sweep(Executor executor) {
        sweep(executor, new InterruptedBackups(TestProcedures.CLOCK));
    }

    private void sweep(Executor executor, LeftoverCleanup... cleanups) {
        new StartupCleanup(
                        new BackupsDirectory(TestEnvironment.variables(root, Map.of()), new ProjectRoot(root)),
                        executor,
                        List.of(cleanups))
                .cleanUpLater();
    }

    private void leftovers() throws IOException {
        for (String name : List.of(
                PUBLISHED,
                PUBLISHED + ".sha256",
                PUBLISHED + ".json",
                "." + PUBLISHED + ".part",
                BROKEN_OFF + ".sha256",
                BROKEN_OFF + ".json",
                "." + BROKEN_OFF + ".part",
                "." + BROKEN_OFF + ".part-journal",
                "notes.txt")) {
            Files.writeString(folder.resolve(name), "content of " + name);
        }
    }

    private void env(String content) throws IOException {
        Files.writeString(root.resolve(".env"), content);
    }
}
