package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupTimer;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.schedule.RunEnded;
import io.graphtracker.backup.schedule.RunOutcome;
import io.graphtracker.environment.ServerOnly;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calls the address after a scheduled backup that succeeded, and tries again if that fails. A failure is told on the
 * page; no backup depends on it.
 */
@ServerOnly
@Component
class SuccessCalls {

    /** Between the attempts. */
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private static final Logger log = LoggerFactory.getLogger(SuccessCalls.class);

    private final WatchStore store;
    private final CallClient client;
    private final BackupTimer timer;
    private final Executor executor;
    private final FailSafeEvents events;

    /** Of the latest call; attempts of earlier ones are not repeated. */
    private final AtomicLong latest = new AtomicLong();

    SuccessCalls(
            WatchStore store,
            CallClient client,
            BackupTimer timer,
            @BackupExecutor Executor executor,
            ApplicationEventPublisher events) {
        this.store = store;
        this.client = client;
        this.timer = timer;
        this.executor = executor;
        this.events = new FailSafeEvents(events);
    }

    @EventListener
    void on(RunEnded event) {
        RunOutcome outcome = event.run().outcome();
        if (outcome == RunOutcome.MADE || outcome == RunOutcome.UNCHANGED) {
            executor.execute(() -> attempt(latest.incrementAndGet(), 0));
        }
    }

    private void attempt(long number, int attempt) {
        Optional<CallResult> result = number == latest.get() ? callNow() : Optional.empty();
        if (result.isPresent() && !result.get().succeeded() && attempt < PAUSES.size()) {
            timer.after(PAUSES.get(attempt), () -> attempt(number, attempt + 1));
        }
    }

    /** Calls the address now, once, and stores the result; empty if there is no address. */
    Optional<CallResult> callNow() {
        try {
            Optional<CallResult> result =
                    CallAddress.of(store.read().settings().callAddress()).map(client::call);
            if (result.isPresent()) {
                store.save(result.get());
                events.publish(new WatchChanged());
            }
            return result;
        } catch (OperationsDatabaseException e) {
            log.warn("The address to call, or the result, cannot be stored: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
