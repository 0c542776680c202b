package io.graphtracker.backup;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Does something later, on the executor for backups. */
@Component
public class BackupTimer {

    private final Executor executor;

    protected BackupTimer(@BackupExecutor Executor executor) {
        this.executor = executor;
    }

    /** Does it after a while, by a clock that nobody can set. */
    public void after(Duration delay, Runnable work) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(work);
    }
}
