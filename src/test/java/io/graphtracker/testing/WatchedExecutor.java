package io.graphtracker.testing;

import com.vaadin.flow.server.VaadinServiceInitListener;
import io.graphtracker.backup.BackupExecutor;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * An executor with real threads, but one that knows how many of its tasks are not finished, so that a test can
 * wait for exactly that instead of for some time.
 */
public class WatchedExecutor extends AbstractExecutorService {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ExecutorService threads =
            Executors.newCachedThreadPool(new CustomizableThreadFactory("watched-backup-"));
    private volatile CountDownLatch held = new CountDownLatch(0);
    private int unfinished;

    @Override
    public void execute(Runnable task) {
        CountDownLatch before = held;
        count(1);
        threads.execute(() -> {
            try {
                awaitRelease(before);
                task.run();
            } finally {
                count(-1);
            }
        });
    }

    /** Lets no task that comes from now on begin, until {@link #release}. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    /** Lets the tasks begin that {@link #hold} kept from it. */
    public void release() {
        held.countDown();
    }

    private static void awaitRelease(CountDownLatch held) {
        try {
            if (!held.await(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                throw new AssertionError("Nobody released the tasks that are held");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until nothing is to be done any more. */
    public void awaitIdle() {
        awaitUnfinished(0);
    }

    /** Waits until no more than these tasks are not finished, for example one that the test holds. */
    public synchronized void awaitUnfinished(int tasks) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (unfinished > tasks) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(unfinished + " tasks for backups do not end");
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized void count(int change) {
        unfinished += change;
        notifyAll();
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }

    /** Puts it in the place of the real one, and of the one on which Vaadin tells pages about changed signals. */
    @TestConfiguration
    public static class Configuration {
        @Bean(defaultCandidate = false, destroyMethod = "shutdown")
        @Primary
        @BackupExecutor
        WatchedExecutor watchedExecutor() {
            return new WatchedExecutor();
        }

        @Bean
        VaadinServiceInitListener watchSignals(@BackupExecutor WatchedExecutor executor) {
            return init -> init.setExecutor(executor);
        }
    }
}
