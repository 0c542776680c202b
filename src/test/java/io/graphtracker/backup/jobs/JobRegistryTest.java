package io.graphtracker.backup.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.FormerDatabaseReason;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestoreSource;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How many jobs there are, and for how long they are known. */
class JobRegistryTest {

    private final SettableClock clock = new SettableClock();
    private final JobRegistry jobs = new JobRegistry(new JobLimits(3, 2, Duration.ofMinutes(10)), clock);

    @Test
    void jobsThatEndedAreForgottenAfterAWhile() {
        Job job = verify("a");
        clock.advance(Duration.ofHours(1));
        assertThat(jobs.find(job.id())).as("a job that is running").contains(job);

        jobs.end(job.id(), new Job.Verified(true));
        clock.advance(Duration.ofMinutes(10));
        assertThat(jobs.find(job.id())).isPresent();

        clock.advance(Duration.ofSeconds(1));
        assertThat(jobs.find(job.id())).isEmpty();
    }

    @Test
    void onlySomeOfThoseThatEndedAreKept() {
        Job first = verify("a");
        Job second = verify("b");
        Job third = verify("c");
        jobs.end(second.id(), new Job.Verified(true));
        jobs.end(first.id(), new Job.Failed(BackupException.of(ProblemKind.DAMAGED)));
        jobs.end(third.id(), new Job.Verified(true));

        assertThat(jobs.find(second.id())).isEmpty();
        assertThat(jobs.find(first.id())).isPresent();
        assertThat(jobs.find(third.id())).isPresent();
    }

    @Test
    void noMoreThanSomeRunAtATime() {
        verify("a");
        verify("b");
        Job third = verify("c");

        assertThat(problem(() -> verify("d"))).isEqualTo(BackupProblem.TOO_MANY_JOBS);
        jobs.end(third.id(), new Job.Verified(true));
        assertThat(verify("d").isRunning()).isTrue();
    }

    @Test
    void oneBackupIsVerifiedOnceAtATime() {
        Job first = verify("a");

        assertThat(verify("a")).isEqualTo(first);
        jobs.end(first.id(), new Job.Verified(true));
        assertThat(verify("a").id()).isNotEqualTo(first.id());
    }

    @Test
    void oneJobReplacesTheDatabaseAtATime() {
        jobs.begin(JobKind.RESTORE, "a", job -> {});

        assertThat(problem(() -> jobs.begin(JobKind.UNDO, "b", job -> {}))).isEqualTo(BackupProblem.RESTORE_RUNNING);
        assertThat(verify("a").isRunning()).isTrue();
    }

    /** At shutdown the executor takes no more. */
    @Test
    void aJobThatCannotBeStartedIsNone() {
        assertThatThrownBy(() -> jobs.begin(JobKind.RESTORE, "a", job -> {
                    throw new RejectedExecutionException();
                }))
                .isInstanceOf(RejectedExecutionException.class);

        assertThat(jobs.begin(JobKind.RESTORE, "a", job -> {}).isRunning()).isTrue();
    }

    @Test
    void theStepsOfARestoreAreThoseOfItsJob() {
        JobSteps steps = new JobSteps(jobs);
        RestoreSource source = new RestoreSource.OfFormerDatabase(new FormerDatabase(
                "a",
                Path.of("a"),
                "a",
                ZonedDateTime.now(clock),
                FormerDatabaseReason.DAMAGED,
                true,
                1,
                true,
                List.of()));
        Job job = jobs.begin(JobKind.RESTORE, "a", begun -> {});

        steps.follow(new RestoreEvent.Started(source, false, new Origin(job.id())));
        steps.follow(new RestoreEvent.Reached(RestoreStep.SAFETY_BACKUP));
        assertThat(phase(job)).isEqualTo("safety_backup");

        steps.follow(new RestoreEvent.Failed("a", false, BackupException.of(ProblemKind.RESTORE_SYSTEM)));
        steps.follow(new RestoreEvent.Started(source, false, new Origin("page")));
        steps.follow(new RestoreEvent.Reached(RestoreStep.SWITCHING));
        assertThat(phase(job)).as("while a page restores").isEqualTo("safety_backup");
    }

    private String phase(Job job) {
        return jobs.find(job.id()).orElseThrow().progress().phase();
    }

    private Job verify(String backup) {
        return jobs.begin(JobKind.VERIFY, backup, job -> {});
    }

    private static BackupProblem problem(ThrowingCallable call) {
        return catchThrowableOfType(BackupException.class, call).problem();
    }
}
