package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.BackupTimer;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.restore.RestoreDrill;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.environment.ServerOnly;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs, one at a time, backup by backup. A run gives way to backups and restores: it drops the check of the
 * backup it works on, waits, and begins that one again.
 */
@ServerOnly
@Component
public class WatchRuns {

    /** Between two backups that are verified because it is due. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** Until it looks again whether the backup or the restore has ended. */
    static final Duration WAIT = Duration.ofSeconds(10);

    /** After a run that somebody cancelled. */
    static final Duration AFTER_CANCEL = Duration.ofDays(1);

    /** Who does what is due, in the audit log. */
    static final String NOBODY = "watch";

    private static final Logger log = LoggerFactory.getLogger(WatchRuns.class);

    private final WatchTasks tasks;
    private final WatchClaims claims;
    private final BackupService backups;
    private final RestoreService restores;
    private final BackupTimer timer;
    private final FailSafeEvents events;
    private final AtomicReference<@Nullable Run> current = new AtomicReference<>();
    private volatile boolean closing;

    WatchRuns(
            WatchTasks tasks,
            WatchClaims claims,
            BackupService backups,
            RestoreService restores,
            BackupTimer timer,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.claims = claims;
        this.backups = backups;
        this.restores = restores;
        this.timer = timer;
        this.events = new FailSafeEvents(events);
    }

    /** What became of a request to start a job. */
    public enum Start {
        STARTED,
        /** A run is not finished yet, here or in another process. */
        RUNNING,
        /** There is no backup to work on. */
        NOTHING
    }

    private static final class Run {

        private final WatchJob kind;
        private final WatchTask task;
        private final String user;
        private final Deque<String> left;
        private final int total;
        private volatile @Nullable VerificationJob working;
        private volatile boolean cancelled;
        private volatile WatchProgress progress;

        Run(WatchJob kind, WatchTask task, String user) {
            this.kind = kind;
            this.task = task;
            this.user = user;
            this.left = new ArrayDeque<>(task.backups());
            this.total = left.size();
            this.progress = new WatchProgress(kind, 1, total, "", VerificationProgress.NONE, null, false, user);
        }

        private boolean isAutomatic() {
            return user.isEmpty();
        }

        private void stopWorking() {
            VerificationJob job = working;
            if (job != null) {
                job.cancel();
            }
        }
    }

    /** The progress of the run in this process, if there is one. */
    public Optional<WatchProgress> progress() {
        return Optional.ofNullable(current.get()).map(run -> run.progress);
    }

    /**
     * Starts a job for a user, on another thread.
     *
     * @throws OperationsDatabaseException if it cannot be noted that it runs
     * @throws BackupException if the backups folder cannot be listed
     */
    public Start start(WatchJob job, String user) throws OperationsDatabaseException {
        return start(new Run(job, tasks.begin(job, user), user), claims::claimNow);
    }

    /** Starts a job if it is due, on another thread. */
    Start startIfDue(WatchJob job) throws OperationsDatabaseException {
        return start(new Run(job, tasks.begin(job, NOBODY), ""), claims::claimDue);
    }

    /** How a job is claimed. */
    @FunctionalInterface
    private interface Claiming {
        boolean claim(WatchJob job) throws OperationsDatabaseException;
    }

    private Start start(Run run, Claiming claiming) throws OperationsDatabaseException {
        if (run.total == 0) {
            return Start.NOTHING;
        }
        if (closing || !current.compareAndSet(null, run)) {
            return Start.RUNNING;
        }
        boolean claimed = false;
        try {
            claimed = claiming.claim(run.kind);
        } finally {
            if (!claimed) {
                current.set(null);
            }
        }
        if (!claimed) {
            return Start.RUNNING;
        }
        events.publish(new WatchProgressed());
        next(run, Duration.ZERO);
        return Start.STARTED;
    }

    private void next(Run run, Duration delay) {
        timer.after(delay, () -> {
            try {
                step(run);
            } catch (OperationsDatabaseException | RuntimeException | Error e) {
                log.error("The {} of the backups was given up", run.kind.code(), e);
                claims.giveUp(run.kind);
                leave(run);
            }
        });
    }

    private void step(Run run) throws OperationsDatabaseException {
        String backup = run.left.peek();
        if (closing || run.cancelled) {
            end(run);
        } else if (backup == null) {
            run.task.end();
            claims.done(run.kind, WatchJob.INTERVAL);
            leave(run);
            events.publish(new WatchChanged());
        } else {
            work(run, backup);
        }
    }

    private void work(Run run, String backup) {
        VerificationJob job = run.isAutomatic()
                ? VerificationJob.gentle(progress -> show(run, backup, progress, run.progress.phase()))
                : VerificationJob.watched(progress -> show(run, backup, progress, run.progress.phase()));
        // before looking whether a backup runs: one that begins from now on stops the job
        run.working = job;
        if (isBusy()) {
            await(run, backup);
            return;
        }
        show(run, backup, VerificationProgress.NONE, null);
        try {
            run.task.work(backup, job, phase -> show(run, backup, VerificationProgress.NONE, phase));
            run.left.remove();
            next(run, run.isAutomatic() ? PAUSE : Duration.ZERO);
        } catch (BackupException e) {
            if (!e.is(ProblemKind.CHECK_CANCELLED)) {
                throw e;
            }
            await(run, backup);
        } finally {
            run.working = null;
        }
    }

    private boolean isBusy() {
        return backups.progress().isPresent() || restores.isRunning();
    }

    private void await(Run run, String backup) {
        run.progress = new WatchProgress(
                run.kind, number(run), run.total, backup, VerificationProgress.NONE, null, !run.cancelled, run.user);
        events.publish(new WatchProgressed());
        next(run, run.cancelled || closing ? Duration.ZERO : WAIT);
    }

    private void show(Run run, String backup, VerificationProgress progress, RestoreDrill.@Nullable Phase phase) {
        run.progress = new WatchProgress(run.kind, number(run), run.total, backup, progress, phase, false, run.user);
        events.publish(new WatchProgressed());
    }

    private static int number(Run run) {
        return run.total - run.left.size() + 1;
    }

    /** Before all was done. */
    private void end(Run run) throws OperationsDatabaseException {
        if (closing) {
            // the next start goes on with it
            claims.giveUp(run.kind);
        } else {
            claims.done(run.kind, AFTER_CANCEL);
        }
        leave(run);
    }

    private void leave(Run run) {
        current.compareAndSet(run, null);
        events.publish(new WatchProgressed());
    }

    /** Cancels the run of a job in this process; its results so far are dropped. */
    public void cancel(WatchJob job) {
        Run run = current.get();
        if (run != null && run.kind == job) {
            run.cancelled = true;
            run.stopWorking();
        }
    }

    @EventListener
    void on(BackupEvent.Started event) {
        giveWay();
    }

    @EventListener
    void on(RestoreEvent.Started event) {
        giveWay();
    }

    private void giveWay() {
        Run run = current.get();
        if (run != null) {
            run.stopWorking();
        }
    }

    /** The claim is given back at once: timers do not run any more. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        Run run = current.get();
        if (run != null) {
            run.stopWorking();
            claims.giveUp(run.kind);
        }
    }
}
