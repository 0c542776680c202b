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
    private final BackupJob run = new BackupJob(
            BackupKind.MANUAL,
            TestJobs.NOW,
            () -> Duration.ofMillis(millis.get()).toNanos(),
            told::add);

    @Test
    void atFirstNothingIsKnownButThatItCopies() {
        assertThat(run.progress())
                .isEqualTo(new BackupProgress(TestJobs.NOW, Duration.ZERO, BackupPhase.COPYING, 0, 0, false));
    }

    @Test
    void tellsWhereItIs() {
        run.enter(BackupPhase.CHECKING, 200);
        millis.addAndGet(1_500);
        run.advanceTo(50);

        assertThat(run.progress())
                .isEqualTo(new BackupProgress(
                        TestJobs.NOW, Duration.ofMillis(1_500), BackupPhase.CHECKING, 50, 200, false));
    }

    @Test
    void aPhaseBeginsWithNothingDone() {
        run.enter(BackupPhase.COPYING, 200);
        run.advanceTo(150);
        run.enter(BackupPhase.CHECKING, 100);

        assertThat(run.progress().doneBytes()).isZero();
        assertThat(run.progress().totalBytes()).isEqualTo(100);
    }

    @Test
    void tellsNoMoreThanAFewTimesASecond() {
        run.enter(BackupPhase.COPYING, 1_000);
        for (int step = 1; step <= 100; step++) {
            millis.addAndGet(10);
            run.advanceTo(step);
        }

        assertThat(told).extracting(BackupProgress::doneBytes).containsExactly(30L, 60L, 90L);
    }

    /** Publishing may take long, without further reports. */
    @Test
    void tellsThatItGoesOnToAPhaseWhateverItToldAMomentAgo() {
        run.enter(BackupPhase.CHECKING, 1_000);
        millis.addAndGet(400);
        run.advanceTo(1_000);

        run.enter(BackupPhase.PUBLISHING, 0);

        assertThat(told)
                .extracting(BackupProgress::phase)
                .containsExactly(BackupPhase.CHECKING, BackupPhase.PUBLISHING);
    }

    @Test
    void goesOnUntilItIsCancelled() {
        assertThatCode(run::throwIfCancelled).doesNotThrowAnyException();
        assertThat(run.isCancelled()).isFalse();

        assertThat(run.cancel()).isTrue();

        assertThat(run.isCancelled()).isTrue();
        assertThat(run.progress().cancelling()).isTrue();
        assertCancelled(run::throwIfCancelled);
        assertCancelled(() -> run.enter(BackupPhase.CHECKING, 1));
        assertCancelled(run::commit);
        assertThat(run.progress().phase()).isEqualTo(BackupPhase.COPYING);
    }

    @Test
    void cancelledTwiceItIsStillCancelled() {
        run.cancel();

        assertThat(run.cancel()).isTrue();
    }

    @Test
    void publishedItCannotBeCancelled() {
        run.commit();

        assertThat(run.cancel()).isFalse();
        assertThat(run.isCancelled()).isFalse();
        assertThatCode(run::throwIfCancelled).doesNotThrowAnyException();
    }

    /** A name may be taken at the last moment; the next one is tried then. */
    @Test
    void theLastLookMayBeRepeated() {
        run.commit();

        assertThatCode(run::commit).doesNotThrowAnyException();
        assertThat(run.cancel()).isFalse();
    }

    @Test
    void itIsEitherCancelledOrPublishedWhoeverComesFirst() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            BackupJob run = TestJobs.any();
            CyclicBarrier both = new CyclicBarrier(2);
            CompletableFuture<Boolean> cancelled = CompletableFuture.supplyAsync(() -> {
                await(both);
                return run.cancel();
            });
            await(both);
            boolean published = commits(run);

            assertThat(cancelled.get(30, TimeUnit.SECONDS))
                    .as("cancelled in round %s", round)
                    .isNotEqualTo(published);
        }
    }

    private static boolean commits(BackupJob run) {
        try {
            run.commit();
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
