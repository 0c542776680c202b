package io.graphtracker.project.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Runs something later that hands changes on to a page. It may wait for the page or for the database, so it takes no
 * thread that others need.
 */
@Component
public class PushTimer implements AutoCloseable {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** Runs something after a delay, by a monotonic clock; not at all once the application ends. */
    public void after(Duration delay, Runnable work) {
        try {
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                    .execute(work);
        } catch (RejectedExecutionException e) {
            // the application ends, and with it all pages
        }
    }

    /** Begins nothing any more; what is running is not waited for. */
    @Override
    public void close() {
        executor.shutdown();
    }
}
