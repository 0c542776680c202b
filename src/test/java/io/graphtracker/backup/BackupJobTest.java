package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackupJobTest {

    private final AtomicLong millis = new AtomicLong(5_000);
    private final List<BackupProgress> told = new ArrayList<>();
    private final BackupJob job = new BackupJob(
            BackupKind.MANUAL,
            TestJobs.NOW,
            () -> Duration.ofMillis(millis.get()).toNanos(),
            told::add);

    @Test
    void atFirstNothingIsKnownButThatItCopies() {
        assertThat(job.progress())
                .isEqualTo(new BackupProgress(TestJobs.NOW, Duration.ZERO, BackupPhase.COPYING, 0, 0, false));
    }

    @Test
    void tellsWhereItIs() {
        job.enter(BackupPhase.CHECKING, 200);
        millis.addAndGet(1_500);
        job.advanceTo(50);

        assertThat(job.progress())
                .isEqualTo(new BackupProgress(
                        TestJobs.NOW, Duration.ofMillis(1_500), BackupPhase.CHECKING, 50, 200, false));
    }

    @Test
    void aPhaseBeginsWithNothingDone() {
        job.enter(BackupPhase.COPYING, 200);
        job.advanceTo(150);
        job.enter(BackupPhase.CHECKING, 100);

        assertThat(job.progress().doneBytes()).isZero();
        assertThat(job.progress().totalBytes()).isEqualTo(100);
    }

    @Test
    void tellsNoMoreThanAFewTimesASecond() {
        job.enter(BackupPhase.COPYING, 1_000);
        for (int step = 1; step <= 100; step++) {
            millis.addAndGet(10);
            job.advanceTo(step);
        }

        assertThat(told).extracting(BackupProgress::doneBytes).containsExactly(30L, 60L, 90L);
    }

    /** Publishing may take long, without further reports. */
    @Test
    void tellsThatItGoesOnToAPhaseWhateverItToldAMomentAgo() {
        job.enter(BackupPhase.CHECKING, 1_000);
        millis.addAndGet(400);
        job.advanceTo(1_000);

        job.enter(BackupPhase.PUBLISHING, 0);

        assertThat(told)
                .extracting(BackupProgress::phase)
                .containsExactly(BackupPhase.CHECKING, BackupPhase.PUBLISHING);
    }

    @Test
    void goesOnUntilItIsCancelled() {
        assertThatCode(job::throwIfCancelled).doesNotThrowAnyException();
        assertThat(job.isCancelled()).isFalse();

        assertThat(job.cancel()).isTrue();

        assertThat(job.isCancelled()).isTrue();
        assertThat(job.progress().cancelling()).isTrue();
        assertCancelled(job::throwIfCancelled);
        assertCancelled(() -> job.enter(BackupPhase.CHECKING, 1));
        assertCancelled(job::commit);
        assertThat(job.progress().phase()).isEqualTo(BackupPhase.COPYING);
    }

    @Test
    void cancelledTwiceItIsStillCancelled() {
        job.cancel();

        assertThat(job.cancel()).isTrue();
    }

    @Test
    void publishedItCannotBeCancelled() {
        job.commit();

        assertThat(job.cancel()).isFalse();
        assertThat(job.isCancelled()).isFalse();
        assertThatCode(job::throwIfCancelled).doesNotThrowAnyException();
    }

    /** A name may be taken at the last moment; the next one is tried then. */
    @Test
    void theLastLookMayBeRepeated() {
        job.commit();

        assertThatCode(job::commit).doesNotThrowAnyException();
        assertThat(job.cancel()).isFalse();
    }

    @Test
    void itIsEitherCancelledOrPublishedWhoeverComesFirst() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            BackupJob job = TestJobs.any();
            CyclicBarrier both = new CyclicBarrier(2);
            CompletableFuture<Boolean> cancelled = CompletableFuture.supplyAsync(() -> {
                await(both);
                return job.cancel();
            });
            await(both);
            boolean published = commits(job);

            assertThat(cancelled.get(30, TimeUnit.SECONDS))
                    .as("cancelled in round %s", round)
                    .isNotEqualTo(published);
        }
    }

    private static boolean commits(BackupJob job) {
        try {
            job.commit();
            return true;
        } catch (BackupException e) {
            return false;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertCancelled(ThrowingCallable work) {
        assertThat(catchThrowableOfType(BackupException.class, work).problem())
                .isEqualTo(BackupProblem.BACKUP_CANCELLED);
    }
}
