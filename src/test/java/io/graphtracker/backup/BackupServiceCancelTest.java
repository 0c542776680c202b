package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The events and state of a service during a backup and afterwards, and its cancellation. */
@Timeout(60)
class BackupServiceCancelTest {

    @TempDir
    Path root;

    private final List<Object> events = new CopyOnWriteArrayList<>();

    /** Reached when the backup is copied and about to be checked. */
    private final CountDownLatch copied = new CountDownLatch(1);

    private final AtomicInteger tasks = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private BackupService service;

    @BeforeEach
    void create() throws IOException, SQLException {
        TestDatabase.create(root.resolve("live.db"));
        service = TestServices.of(
                root,
                task -> {
                    // the first looks at the rows of the source, before they are copied
                    if (tasks.getAndIncrement() > 0) {
                        copied.countDown();
                        Latches.await(goOn);
                    }
                    task.run();
                },
                events::add);
    }

    @AfterEach
    void release() {
        goOn.countDown();
    }

    @Test
    void atFirstThereIsNothingToTellAndNothingToCancel() {
        assertThat(service.progress()).isEmpty();
        assertThat(service.lastResult()).isEmpty();
        assertProblem(BackupProblem.NO_BACKUP_RUNNING, service::cancel);
        assertThat(events).isEmpty();
    }

    @Test
    void tellsHowFarItIsWhileItRuns() throws Exception {
        CompletableFuture<Backup> backup = begin();

        assertThat(service.progress()).hasValueSatisfying(progress -> {
            assertThat(progress.startedAt()).isEqualTo(TestJobs.NOW);
            assertThat(progress.phase()).isEqualTo(BackupPhase.CHECKING);
            assertThat(progress.totalBytes()).isPositive();
            assertThat(progress.cancelling()).isFalse();
        });
        assertThat(service.lastResult()).isEmpty();

        goOn.countDown();
        Backup made = backup.get(30, TimeUnit.SECONDS);
        assertThat(service.progress()).isEmpty();
        assertThat(service.lastResult()).contains(new BackupEvent.Finished(made, "local"));
    }

    @Test
    void cancelledItStopsTellsSoAndLeavesNothing() throws Exception {
        CompletableFuture<Backup> backup = begin();

        service.cancel();

        assertThat(service.progress())
                .hasValueSatisfying(
                        progress -> assertThat(progress.cancelling()).isTrue());
        goOn.countDown();
        BackupException reason = reason(backup);
        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
        assertThat(FolderContents.of(root.resolve("backups")).names()).isEmpty();
        assertThat(service.progress()).isEmpty();
        assertThat(service.lastResult()).contains(new BackupEvent.Failed(reason, TestJobs.NOW, "local"));
        assertThat(events)
                .hasSize(3)
                .startsWith(new BackupEvent.Started(TestJobs.NOW, Origin.NONE))
                .endsWith(new BackupEvent.Failed(reason, TestJobs.NOW, "local"));
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        BackupEvent.Progressed.class,
                        event -> assertThat(event.progress().cancelling()).isTrue());
    }

    @Test
    void cancelledTwiceItIsNoError() throws Exception {
        CompletableFuture<Backup> backup = begin();

        service.cancel();

        assertThatCode(service::cancel).doesNotThrowAnyException();
        goOn.countDown();
        assertThat(reason(backup).problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
    }

    @Test
    void afterItsEndItCannotBeCancelledAndTheNextOneIsMade() {
        goOn.countDown();
        service.backUp("local");

        assertProblem(BackupProblem.NO_BACKUP_RUNNING, service::cancel);
        assertThat(service.backUp("local").file()).exists();
    }

    @Test
    void afterACancelTheNextOneIsMadeAndIsTheLastResult() throws Exception {
        CompletableFuture<Backup> first = begin();
        service.cancel();
        goOn.countDown();
        reason(first);

        Backup next = service.backUp("local");

        assertThat(next.file()).exists();
        assertThat(service.lastResult()).contains(new BackupEvent.Finished(next, "local"));
    }

    @Test
    void theEndOfTheApplicationCancelsIt() throws Exception {
        CompletableFuture<Backup> backup = begin();

        service.close();

        goOn.countDown();
        assertThat(reason(backup).problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
        assertThat(FolderContents.of(root.resolve("backups")).names()).isEmpty();
    }

    @Test
    void theBackupBeforeARestoreIsOnlyCancelledByTheEndOfTheApplication() throws Exception {
        CompletableFuture<Backup> backup =
                CompletableFuture.supplyAsync(() -> service.backUp(BackupKind.BEFORE_RESTORE, "local"));
        Latches.await(copied);

        assertProblem(BackupProblem.RESTORE_RUNNING, service::cancel);
        assertThat(service.progress())
                .hasValueSatisfying(
                        progress -> assertThat(progress.cancelling()).isFalse());

        service.close();
        goOn.countDown();
        assertThat(reason(backup).problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
    }

    @Test
    void afterTheEndOfTheApplicationNoneIsMade() {
        goOn.countDown();
        service.close();

        assertProblem(BackupProblem.BACKUP_CANCELLED, () -> service.backUp("local"));
        assertThat(root.resolve("backups"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(FolderContents.of(folder).names()).isEmpty());
    }

    private CompletableFuture<Backup> begin() {
        CompletableFuture<Backup> backup = CompletableFuture.supplyAsync(() -> service.backUp("local"));
        Latches.await(copied);
        return backup;
    }

    private static BackupException reason(CompletableFuture<Backup> backup) {
        ExecutionException failure =
                catchThrowableOfType(ExecutionException.class, () -> backup.get(30, TimeUnit.SECONDS));
        return (BackupException) failure.getCause();
    }

    private static void assertProblem(BackupProblem problem, ThrowingCallable work) {
        assertThat(catchThrowableOfType(BackupException.class, work).problem()).isEqualTo(problem);
    }
}
