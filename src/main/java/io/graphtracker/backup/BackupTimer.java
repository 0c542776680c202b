package io.graphtracker.backup;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Runs something later, on the executor for backups. */
@Component
public class BackupTimer {

    private final Executor executor;

    protected BackupTimer(@BackupExecutor Executor executor) {
        this.executor = executor;
    }

    /** Runs something after a delay, by a monotonic clock. */
    public void after(Duration delay, Runnable work) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(work);
    }
}
