package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupTimer;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.restore.RestoreDrill;
import io.graphtracker.environment.ServerOnly;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the jobs that are due, and deletes, after the start, what a drill left that was killed. */
@ServerOnly
@Component
class WatchTimer {

    /** Between two looks at what is due. */
    static final Duration TICK = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(WatchTimer.class);

    private final WatchRuns runs;
    private final WatchClaims claims;
    private final RestoreDrill drill;
    private final SafetyMonitor monitor;
    private final BackupTimer timer;
    private final Executor executor;
    private final AtomicReference<String> told = new AtomicReference<>("");
    private boolean planned;

    WatchTimer(
            WatchRuns runs,
            WatchClaims claims,
            RestoreDrill drill,
            SafetyMonitor monitor,
            BackupTimer timer,
            @BackupExecutor Executor executor) {
        this.runs = runs;
        this.claims = claims;
        this.drill = drill;
        this.monitor = monitor;
        this.timer = timer;
        this.executor = executor;
    }

    /** Never on the starting thread: the disk may be slow. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!monitor.isSupported()) {
            return;
        }
        executor.execute(this::deleteLeftovers);
        monitor.start();
        timer.after(TICK, this::tick);
    }

    private void deleteLeftovers() {
        try {
            drill.deleteLeftovers();
        } catch (IOException | RuntimeException e) {
            log.warn("What a restore drill left could not be deleted", e);
        }
    }

    private void tick() {
        try {
            startWhatIsDue();
            told.set("");
        } catch (OperationsDatabaseException | BackupException e) {
            // once until it changes, and nothing is started on a guess
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(told.getAndSet(reason))) {
                log.warn("It cannot be told which checks of the backups are due: {}", reason);
            }
        } finally {
            // first: whatever fails, it goes on
            timer.after(TICK, this::tick);
            // what is fresh now may be outdated
            monitor.refresh();
        }
    }

    private void startWhatIsDue() throws OperationsDatabaseException {
        if (!planned) {
            claims.plan();
            planned = true;
        }
        for (WatchJob job : WatchJob.values()) {
            if (runs.progress().isEmpty() && claims.isDue(job)) {
                runs.startIfDue(job);
            }
        }
    }
}
