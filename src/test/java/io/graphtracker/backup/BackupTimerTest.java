package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of work that the executor does not take. */
@Timeout(60)
class BackupTimerTest {

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    /** Does not wait, but tells the delay. */
    private final class ImpatientTimer extends BackupTimer {

        ImpatientTimer(Executor executor) {
            super(executor);
        }

        @Override
        public void after(Duration delay, Runnable work) {
            done.add("after " + delay);
            super.after(Duration.ZERO, work);
        }
    }

    @Test
    void whatCannotBeStartedForLackOfMemoryIsTriedAgain() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        BackupTimer timer = new ImpatientTimer(work -> {
            if (attempts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            work.run();
        });

        timer.after(Duration.ofMinutes(1), () -> done.add("done"));

        assertThat(done.take()).isEqualTo("after PT1M");
        assertThat(done.take()).isEqualTo("after " + BackupTimer.RETRY);
        assertThat(done.take()).isEqualTo("done");
    }
}
