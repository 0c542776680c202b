package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.database.DatabaseContents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cancelled backup stops wherever it is, and leaves the folder as it was. */
@Timeout(60)
class BackupCancelTest {

    @TempDir
    Path root;

    private Path database;
    private Path folder;
    private FolderContents before;
    private FolderContents live;

    /** The state of the job when it was cancelled, and each progress report afterwards. */
    private final List<BackupProgress> afterwards = new ArrayList<>();

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.createLarge(root.resolve("instance.db"));
        live = live();
        folder = root.resolve("backups");
        TestProcedures.any().backUp(database, folder, TestJobs.at(TestJobs.NOW.minusDays(1)));
        before = FolderContents.of(folder);
    }

    @Test
    void beforeTheCopy() throws IOException, SQLException {
        BackupJob job = TestJobs.any();
        job.cancel();

        assertCancelled(TestProcedures.any(), job);
    }

    /** After a confirmed cancellation, the result must not be a full disk. */
    @Test
    void andThenHinderedByAFaultItIsCancelledAllTheSame() throws IOException, SQLException {
        BackupJob job = TestJobs.any();
        VolumeSpace full = new VolumeSpace() {
            @Override
            public long usableBytes(Path folder) {
                job.cancel();
                return 0;
            }
        };

        assertCancelled(TestProcedures.with(Runnable::run, full), job);
    }

    @Test
    void duringTheCopyWhichStopsAtOnce() throws IOException, SQLException {
        assertCancelled(
                TestProcedures.any(),
                cancelledAt(progress -> progress.phase() == BackupPhase.COPYING && progress.doneBytes() > 0));

        // where it was cancelled; SQLite looks no second time
        assertThat(afterwards).hasSize(1).allMatch(progress -> progress.phase() == BackupPhase.COPYING);
        assertThat(afterwards.getFirst().phasePercent()).isBetween(1, 99);
    }

    @Test
    void duringTheChecksumWhichStopsAtOnce() throws IOException, SQLException {
        assertCancelled(
                TestProcedures.any(),
                cancelledAt(progress -> progress.phase() == BackupPhase.CHECKING && progress.doneBytes() > 0));

        assertThat(afterwards).hasSize(1).allMatch(progress -> progress.phase() == BackupPhase.CHECKING);
        assertThat(afterwards.getFirst().phasePercent()).isBetween(1, 99);
    }

    /** The contents of a copy are counted after SQLite's check: if they are not counted, the check was cancelled. */
    @Test
    void duringTheCheckWhichStopsAtOnce() throws IOException, SQLException {
        List<Boolean> counted = new ArrayList<>();
        DatabaseContents contents = connection -> {
            counted.add(true);
            return new LinkedHashMap<>();
        };
        BackupJob job = TestJobs.any();
        Executor cancelling = checksum -> {
            job.cancel();
            checksum.run();
        };

        assertCancelled(
                new BackupProcedure(
                        TestProcedures.CLOCK,
                        new VolumeSpace(),
                        cancelling,
                        TestSchema.check(),
                        List.of(contents),
                        "1.2.3"),
                job);

        assertThat(counted).isEmpty();
        assertThat(job.progress().doneBytes()).as("hashed").isZero();
    }

    /** Only the name is missing then. */
    @Test
    void atTheLastLook() throws IOException, SQLException {
        assertCancelled(TestProcedures.any(), cancelledAt(progress -> progress.phase() == BackupPhase.PUBLISHING));
    }

    @ParameterizedTest
    @EnumSource(
            value = BackupPhase.class,
            names = {"COPYING", "CHECKING"})
    void fromAnotherThread(BackupPhase phase) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        BackupJob job = TestJobs.watched((self, progress) -> {
            if (progress.phase() == phase && progress.doneBytes() > 0) {
                reached.countDown();
                Latches.await(cancelled);
            }
        });
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> {
            Latches.await(reached);
            boolean accepted = job.cancel();
            cancelled.countDown();
            return accepted;
        });

        assertCancelled(TestProcedures.any(), job);
        assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void afterThePublicationItIsTooLate() throws IOException, SQLException {
        BackupJob job = TestJobs.any();

        Backup backup = TestProcedures.any().backUp(database, folder, job);

        assertThat(job.cancel()).isFalse();
        assertThat(backup.file()).exists();
    }

    private BackupJob cancelledAt(Predicate<BackupProgress> moment) {
        return TestJobs.watched((job, progress) -> {
            if (moment.test(progress)) {
                job.cancel();
            }
            if (job.isCancelled()) {
                afterwards.add(progress);
            }
        });
    }

    private void assertCancelled(BackupProcedure procedure, BackupJob job) throws IOException, SQLException {
        BackupException reason =
                catchThrowableOfType(BackupException.class, () -> procedure.backUp(database, folder, job));

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
        assertThat(FolderContents.of(folder)).isEqualTo(before);
        assertThat(live()).isEqualTo(live);
        Backup next = TestProcedures.any().backUp(database, folder, TestJobs.any());
        assertThat(TestDatabase.rows(next.file())).isEqualTo(TestDatabase.rows(database));
        WholeBackups.assertNothingElse(folder);
    }

    private FolderContents live() throws IOException {
        FolderContents all = FolderContents.of(root);
        all.files().remove("backups");
        return all;
    }
}
