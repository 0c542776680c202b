package io.graphtracker.backup;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs something later, on the executor for backups. */
@Component
public class BackupTimer {

    /** Until it tries again to start what could not be started, for example for lack of memory. */
    static final Duration RETRY = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(BackupTimer.class);

    private final Executor executor;

    protected BackupTimer(@BackupExecutor Executor executor) {
        this.executor = executor;
    }

    /** Runs something after a delay, by a monotonic clock. */
    public void after(Duration delay, Runnable work) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, this::start)
                .execute(work);
    }

    /** The JDK's thread that calls this would drop an exception, and what repeats itself would end for ever. */
    private void start(Runnable work) {
        try {
            executor.execute(work);
        } catch (RuntimeException | Error e) {
            if (executor instanceof ExecutorService service && service.isShutdown()) {
                log.debug("Not started at the end of the application: {}", e.getMessage());
                return;
            }
            log.error("Nothing can be started now; tried again in {}", RETRY, e);
            after(RETRY, work);
        }
    }
}
