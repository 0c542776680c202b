package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupTimer;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.schedule.LastRun;
import io.graphtracker.backup.schedule.RunOutcome;
import io.graphtracker.backup.schedule.ScheduleChanged;
import io.graphtracker.backup.schedule.ScheduleService;
import io.graphtracker.backup.schedule.ScheduleState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calls the address after a scheduled backup that succeeded, and tries again if that fails. A failure is told on the
 * page; no backup depends on it.
 */
@Component
class SuccessCalls {

    /** Between the attempts. */
    static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private static final Logger log = LoggerFactory.getLogger(SuccessCalls.class);

    private final WatchStore store;
    private final ScheduleService schedules;
    private final CallClient client;
    private final BackupTimer timer;
    private final Executor executor;
    private final FailSafeEvents events;
    private final Clock clock;
    private volatile @Nullable Instant startedAt;

    /** The number of the last run that was called for. */
    private final AtomicLong called = new AtomicLong();

    /** Of the latest call; attempts of earlier ones are not repeated. */
    private final AtomicLong latest = new AtomicLong();

    SuccessCalls(
            WatchStore store,
            ScheduleService schedules,
            CallClient client,
            BackupTimer timer,
            @BackupExecutor Executor executor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.schedules = schedules;
        this.client = client;
        this.timer = timer;
        this.executor = executor;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
    }

    /** Runs that ended before were told of by the process that made them. */
    @EventListener
    void on(ApplicationReadyEvent event) {
        startedAt = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    @EventListener
    void on(ScheduleChanged event) {
        if (startedAt != null) {
            executor.execute(this::callIfRunSucceeded);
        }
    }

    private void callIfRunSucceeded() {
        try {
            LastRun last = schedules.state().map(ScheduleState::lastRun).orElse(null);
            if (last != null && isGood(last) && called.getAndSet(last.number()) != last.number()) {
                attempt(latest.incrementAndGet(), 0);
            }
        } catch (OperationsDatabaseException e) {
            log.warn("It cannot be told whether the scheduled backup succeeded: {}", e.getMessage());
        }
    }

    private boolean isGood(LastRun run) {
        return (run.outcome() == RunOutcome.MADE || run.outcome() == RunOutcome.UNCHANGED)
                && startedAt != null
                && !run.endedAt().isBefore(startedAt);
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
