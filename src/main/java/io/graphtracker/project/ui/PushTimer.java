package io.graphtracker.project.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Runs something later that hands changes on to a page. */
@Component
public class PushTimer {

    /** Runs something after a delay, by a monotonic clock. */
    public void after(Duration delay, Runnable work) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(work);
    }
}
