package io.graphtracker.backup.schedule;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTimer;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.environment.LockedFile;
import io.graphtracker.environment.ServerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks regularly whether a scheduled backup is due, and makes it. What was missed meanwhile is made up for once, since
 * a run that begins sets the next time after now.
 *
 * <p>Among several processes on one database, the one with the lock of the schedule runs it. The system releases the
 * lock of a process that dies, so that whoever has it knows that a run that is still marked as begun was interrupted.
 *
 * @see "docs/decisions/2026-11-30-one-lock-for-scheduled-runs.md"
 */
@ServerOnly
@Component
public class BackupScheduler {

    /** The time between two looks. */
    static final Duration TICK = Duration.ofSeconds(25);

    private static final Logger log = LoggerFactory.getLogger(BackupScheduler.class);

    private static final String LOCK = ".schedule.lock";

    /** Nothing is stored for other processes but that the lock is taken. */
    private static final String NO_NOTE = "";

    private final DatabaseUrl database;
    private final ScheduleStore store;
    private final ScheduledBackup backup;
    private final RunResults results;
    private final Path lock;
    private final BackupTimer timer;
    private final Executor executor;
    private final FailSafeEvents events;
    private final Clock clock;
    private final AtomicReference<@Nullable OperationsDatabaseProblem> problem = new AtomicReference<>();

    /** What the last look found. */
    private final AtomicReference<@Nullable OperationsDatabaseProblem> found = new AtomicReference<>();

    private volatile Optional<ScheduleState> seen = Optional.empty();
    private volatile boolean closing;

    BackupScheduler(
            DatabaseUrl database,
            ScheduleStore store,
            ScheduledBackup backup,
            RunResults results,
            OperationsDatabase operations,
            BackupTimer timer,
            @BackupExecutor Executor executor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.backup = backup;
        this.results = results;
        this.lock = operations.file().resolveSibling(LOCK);
        this.timer = timer;
        this.executor = executor;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
    }

    /** Why scheduled backups cannot be made now, as long as the schedule cannot be read or written. */
    public Optional<OperationsDatabaseProblem> problem() {
        return Optional.ofNullable(problem.get());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (database instanceof DatabaseUrl.Sqlite) {
            executor.execute(this::tick);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        closing = true;
    }

    /** Looks now, and regularly from now on. */
    void tick() {
        try {
            look();
        } finally {
            if (!closing) {
                timer.after(TICK, this::tick);
            }
        }
    }

    /** Makes the backup that is due, if one is; returns when it is made. */
    public void look() {
        try {
            results.store();
            Optional<ScheduleState> state = store.read();
            if (state.isPresent() && needsLock(state.get())) {
                lookLocked();
                state = store.read();
            }
            setProblem(null);
            publish(state);
        } catch (OperationsDatabaseException e) {
            setProblem(e);
        } catch (RuntimeException | Error e) {
            log.error("The schedule cannot be followed", e);
        }
    }

    private boolean needsLock(ScheduleState state) {
        Instant now = Instant.now(clock);
        return state.running() != null
                || state.isDue(now)
                || state.earlierDue(now).isPresent();
    }

    private void lookLocked() throws OperationsDatabaseException {
        try (LockedFile held = LockedFile.take(lock, NO_NOTE)) {
            Optional<ScheduleState> state = store.read();
            if (state.isPresent() && state.get().running() != null) {
                results.interrupted(state.get());
                state = store.read();
            }
            if (state.isPresent()) {
                follow(state.get());
            }
        } catch (LockedFile.HeldException e) {
            log.debug("Another process makes the scheduled backup");
        } catch (OperationsDatabaseException e) {
            throw e;
        } catch (IOException e) {
            throw new OperationsDatabaseException(
                    OperationsDatabaseProblem.READ_ONLY, "The lock of the schedule " + lock + " cannot be taken", e);
        }
    }

    private void follow(ScheduleState state) throws OperationsDatabaseException {
        Instant now = Instant.now(clock);
        Optional<Instant> earlier = state.earlierDue(now);
        if (earlier.isPresent()) {
            log.info("The clock was set back: the next scheduled backup is due {}", earlier.get());
            store.reschedule(state, earlier.get());
        } else if (state.nextDue() != null && state.isDue(now)) {
            Instant next =
                    NextRuns.after(state.schedule(), state.nextDue(), now).orElse(null);
            Optional<ScheduleState.Claim> claim = store.claim(state, now, next);
            if (claim.isPresent()) {
                publish(store.read());
                run(state, claim.get());
            }
        }
    }

    private void run(ScheduleState state, ScheduleState.Claim claim) throws OperationsDatabaseException {
        try {
            results.made(state, claim, backup.make());
        } catch (BackupException e) {
            if (e.problem().category() == BackupProblem.Category.RUNNING) {
                log.info("The scheduled backup waits: another backup or a restore is running");
                store.release(claim);
            } else if (!closing || e.problem() != BackupProblem.BACKUP_CANCELLED) {
                // otherwise the next start finds that it was interrupted
                results.failed(state, claim, e);
            }
        }
    }

    /** Any backup that can be restored shows that backups can be made again. */
    @EventListener
    void on(BackupEvent.Finished event) {
        LastRun last = seen.map(ScheduleState::lastRun).orElse(null);
        if (last != null && last.isToBeTold() && event.backup().manifest().notRestorable() == null) {
            try {
                store.dismiss(last.number());
                publish(store.read());
            } catch (OperationsDatabaseException e) {
                log.debug("The failure is still told", e);
            }
        }
    }

    private void publish(Optional<ScheduleState> state) {
        if (!state.equals(seen)) {
            seen = state;
            events.publish(new ScheduleChanged());
        }
    }

    /** What may pass by itself is told only if the next look finds a problem, too. */
    private void setProblem(@Nullable OperationsDatabaseException reason) {
        OperationsDatabaseProblem now = reason == null ? null : reason.problem();
        if (found.getAndSet(now) == null && now != null && now.mayPass()) {
            log.debug("The schedule will be looked at again", reason);
        } else if (problem.getAndSet(now) != now) {
            if (reason != null) {
                log.warn("No scheduled backups are made", reason);
            }
            events.publish(new ScheduleChanged());
        }
    }
}
