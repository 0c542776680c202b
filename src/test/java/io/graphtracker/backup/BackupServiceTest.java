package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.testing.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationEventPublisher;

@Timeout(60)
class BackupServiceTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T21:30:00+01:00[Europe/Berlin]");

    @TempDir
    Path root;

    private final List<Object> events = new ArrayList<>();
    private DatabaseUrl database;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = new DatabaseUrl.Sqlite(TestDatabase.create(root.resolve("live.db")));
        env("BACKUPS_DIR=backups");
    }

    @Test
    void backsUpTheDatabaseIntoTheFolderOfTheSettings() throws IOException, SQLException {
        Backup backup = service().backUp("local");

        assertThat(backup.file()).hasParent(root.resolve("backups"));
        assertThat(TestDatabase.rows(backup.file())).isEqualTo(TestDatabase.rows(root.resolve("live.db")));
    }

    @Test
    void tellsThatItBeganAndFinished() {
        Backup backup = service().backUp("local");

        assertThat(events)
                // which are told at intervals, so of a backup that is slow
                .filteredOn(event -> !(event instanceof BackupEvent.Progressed))
                .containsExactly(new BackupEvent.Started(NOW, Origin.NONE), new BackupEvent.Finished(backup, "local"));
    }

    /** Otherwise the first event of the next backup could come before the last one of this. */
    @Test
    void runsUntilItHasToldThatItEnded() throws IOException {
        BackupService[] service = new BackupService[1];
        List<Boolean> running = new ArrayList<>();
        service[0] = service(
                Runnable::run, event -> running.add(service[0].progress().isPresent()));

        service[0].backUp("local");
        env("");
        problem(service[0]);

        assertThat(running).containsExactly(true, true, true, true);
        assertThat(service[0].progress()).isEmpty();
    }

    @Test
    void tellsThatItFailed() throws IOException {
        env("BACKUPS_DIR=");
        BackupService service = service();

        BackupException reason = problem(service);

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUPS_DIR_EMPTY);
        assertThat(events)
                .containsExactly(
                        new BackupEvent.Started(NOW, Origin.NONE), new BackupEvent.Failed(reason, NOW, "local"));
        assertThat(service.progress()).isEmpty();
    }

    @Test
    void afterAFailureTheSettingCanBeCorrectedAndTheNextClickSucceeds() throws IOException {
        Files.delete(root.resolve(".env"));
        BackupService service = service();
        assertThat(problem(service).problem()).isEqualTo(BackupProblem.ENV_FILE_MISSING);

        env("BACKUPS_DIR=backups");
        assertThat(service.backUp("local").file()).exists();
    }

    @Test
    void anotherDatabaseIsRefusedBeforeTheSettingsAreLookedAt() throws IOException {
        Files.delete(root.resolve(".env"));
        database = new DatabaseUrl.Postgresql("jdbc:postgresql://localhost/x", "u", "p");

        BackupException reason = problem(service());

        assertThat(reason.problem()).isEqualTo(BackupProblem.UNSUPPORTED_DATABASE);
        assertThat(reason.arguments()).containsExactly("PostgreSQL");
    }

    @Test
    void aSecondOneIsToldSinceWhenTheFirstRuns() throws Exception {
        CountDownLatch copied = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        BackupService service = service(
                checksum -> {
                    copied.countDown();
                    Latches.await(go);
                    checksum.run();
                },
                events::add);
        CompletableFuture<Backup> first = CompletableFuture.supplyAsync(() -> service.backUp("local"));
        Latches.await(copied);
        try {
            assertThat(service.progress().orElseThrow().startedAt()).isEqualTo(NOW);
            BackupException reason = problem(service);
            assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_RUNNING);
            assertThat(reason.arguments()).containsExactly(NOW);
            // nobody is told that a backup failed, for the one that runs goes on
            assertThat(events).containsExactly(new BackupEvent.Started(NOW, Origin.NONE));
            // another service, as another process would be
            assertThat(problem(service()).problem()).isEqualTo(BackupProblem.BACKUP_RUNNING);
        } finally {
            go.countDown();
        }
        assertThat(first.get(30, TimeUnit.SECONDS).file()).exists();
        assertThat(service.progress()).isEmpty();
        assertThat(service.backUp("local").file()).hasFileName("graph_tracker_20261122_213000_2.sqlite");
    }

    @Test
    void whatNobodyForesawHasAnIdThatIsInTheLog() throws IOException {
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup")) {
            BackupException reason = problem(failing(new IllegalStateException("broken")));

            assertThat(reason.problem()).isEqualTo(BackupProblem.UNEXPECTED);
            assertThat(reason).hasCauseInstanceOf(IllegalStateException.class);
            assertThat(reason.arguments()).singleElement().asString().matches("[0-9a-f]{8}");
            assertThat(log.messages(Level.ERROR))
                    .containsExactly("The backup failed, error id " + reason.arguments()[0]);
            assertThat(log.text()).contains("IllegalStateException: broken");
        }
        assertThat(FolderContents.of(root.resolve("backups")).names()).isEmpty();
    }

    @Test
    void anErrorOfTheMachineDoesNotLeaveItRunningForEver() {
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup")) {
            BackupService service = failing(new OutOfMemoryError("not really"));

            assertThat(problem(service).problem()).isEqualTo(BackupProblem.UNEXPECTED);
            assertThat(service.progress()).isEmpty();
            assertThat(events).last().isInstanceOf(BackupEvent.Failed.class);
            assertThat(log.text()).contains("OutOfMemoryError");
        }
    }

    @Test
    void anErrorOfAListenerDoesNotMatterEither() throws IOException {
        BackupService service = service(Runnable::run, event -> {
            throw new AssertionError("listener");
        });

        assertThat(service.backUp("local").file()).exists();
        assertThat(service.progress()).isEmpty();
    }

    @Test
    void aListenerThatFailsIsLoggedAndDoesNotMatter() throws IOException {
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup")) {
            BackupService service = service(Runnable::run, event -> {
                throw new IllegalStateException("listener");
            });

            assertThat(service.backUp("local").file()).exists();
            assertThat(service.progress()).isEmpty();
            env("");
            assertThat(problem(service).problem()).isEqualTo(BackupProblem.BACKUPS_DIR_MISSING);
            assertThat(service.progress()).isEmpty();
            assertThat(log.messages(Level.ERROR)).hasSize(4);
        }
    }

    @Test
    void aFailureOfTheSettingsIsLoggedWithoutWhatTheyHold() throws IOException {
        env("BACKUPS_DIR=\"hunter2\n");
        try (CapturedLog log = new CapturedLog("ROOT")) {
            problem(service());

            assertThat(log.text())
                    .contains("Line 1 of .env has a quote that is not closed.")
                    .doesNotContain("hunter2");
        }
    }

    private BackupService failing(Throwable failure) {
        return service(
                checksum -> {
                    BackupServiceTest.<RuntimeException>sneak(failure);
                },
                events::add);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    private static BackupException problem(BackupService service) {
        return catchThrowableOfType(BackupException.class, () -> service.backUp("local"));
    }

    private BackupService service() {
        return service(Runnable::run, events::add);
    }

    private BackupService service(Executor executor, ApplicationEventPublisher publisher) {
        return TestServices.of(root, database, executor, publisher);
    }

    private void env(String content) throws IOException {
        Files.writeString(root.resolve(".env"), content);
    }
}
