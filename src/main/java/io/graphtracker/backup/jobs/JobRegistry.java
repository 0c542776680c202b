package io.graphtracker.backup.jobs;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The jobs of this process: those that are running, and for a while those that have ended. */
@Component
class JobRegistry {

    private final JobLimits limits;
    private final Clock clock;
    private final Map<String, Job> running = new LinkedHashMap<>();

    /** In the order of their ends. */
    private final Deque<Job> ended = new ArrayDeque<>();

    private final ReentrantLock lock = new ReentrantLock();

    JobRegistry(JobLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Begins a job, or returns the running verification of the same backup: asking twice must not read it twice.
     *
     * @param start starts the work of a new one; if it throws, there is no job
     * @throws BackupException {@code restore_running} if another one replaces the database; {@code too_many_jobs}
     */
    Job begin(JobKind kind, String backup, Consumer<Job> start) {
        lock.lock();
        try {
            Optional<Job> same = running.values().stream()
                    .filter(job -> kind == JobKind.VERIFY
                            && job.kind() == kind
                            && job.backup().equals(backup))
                    .findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            if (kind.replacesDatabase()
                    && running.values().stream().anyMatch(job -> job.kind().replacesDatabase())) {
                throw new BackupException(BackupProblem.RESTORE_RUNNING);
            }
            if (running.size() >= limits.running()) {
                throw new BackupException(BackupProblem.TOO_MANY_JOBS, limits.running());
            }
            Job job = new Job(UUID.randomUUID().toString(), kind, backup, now(), JobProgress.NONE, null);
            running.put(job.id(), job);
            try {
                start.accept(job);
            } catch (RuntimeException | Error e) {
                running.remove(job.id());
                throw e;
            }
            return job;
        } finally {
            lock.unlock();
        }
    }

    void advance(String id, JobProgress progress) {
        lock.lock();
        try {
            running.computeIfPresent(id, (same, job) -> job.at(progress));
        } finally {
            lock.unlock();
        }
    }

    void end(String id, Job.Outcome outcome) {
        lock.lock();
        try {
            Job job = running.remove(id);
            if (job != null) {
                ended.addLast(job.ended(now(), outcome));
                forget();
            }
        } finally {
            lock.unlock();
        }
    }

    Optional<Job> find(String id) {
        lock.lock();
        try {
            forget();
            return Optional.ofNullable(running.get(id))
                    .or(() -> ended.stream().filter(job -> job.id().equals(id)).findFirst());
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        ZonedDateTime oldest = now().minus(limits.keptFor());
        while (ended.size() > limits.kept() || isBefore(ended.peekFirst(), oldest)) {
            ended.removeFirst();
        }
    }

    private static boolean isBefore(@Nullable Job job, ZonedDateTime time) {
        return job != null && job.end() != null && job.end().at().isBefore(time);
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
