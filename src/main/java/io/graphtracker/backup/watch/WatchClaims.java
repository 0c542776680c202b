package io.graphtracker.backup.watch;

import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.environment.LockedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When each job is due, and which process has it: the one with the lock of the job. The system releases the lock of a
 * process that dies, so its job can be taken up at once.
 */
@Component
class WatchClaims {

    /** The first time is not at once: who starts Graph Tracker for the first time has other things to do. */
    static final Duration FIRST = Duration.ofDays(1);

    /** A time further away than it can be was written while the clock was wrong, and does not count. */
    private static final String DUE = "(due_millis <= :now or due_millis > :latest)";

    private static final Logger log = LoggerFactory.getLogger(WatchClaims.class);

    /** Nothing is stored for other processes but that the lock is taken. */
    private static final String NO_NOTE = "";

    private final OperationsDatabase database;
    private final Clock clock;

    private final Map<WatchJob, LockedFile> locks = new ConcurrentHashMap<>();

    WatchClaims(OperationsDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Says when jobs are due that were never due before. */
    void plan() throws OperationsDatabaseException {
        long due = now() + FIRST.toMillis();
        write(client -> Arrays.stream(WatchJob.values())
                .mapToInt(job -> client.sql("insert or ignore into watch_job" + " (name, due_millis) values (?, ?)")
                        .param(job.name())
                        .param(due)
                        .update())
                .sum());
    }

    /** Whether a job is due; another process may have it. Only reads. */
    boolean isDue(WatchJob job) throws OperationsDatabaseException {
        return database.read(
                        "watch_job",
                        client -> client.sql("select count(*) from watch_job where name = :name and " + DUE)
                                .param("name", job.name())
                                .param("now", now())
                                .param("latest", now() + WatchJob.INTERVAL.toMillis())
                                .query(Long.class)
                                .single(),
                        OperationsDatabase.READ_TIMEOUT)
                .filter(due -> due > 0)
                .isPresent();
    }

    /** Claims a job that is due; false if it is not, or if this or another process has it. */
    boolean claimDue(WatchJob job) throws OperationsDatabaseException {
        if (!lock(job)) {
            return false;
        }
        boolean due = false;
        try {
            due = isDue(job);
        } finally {
            if (!due) {
                giveUp(job);
            }
        }
        return due;
    }

    /** Claims a job whether it is due or not; false if this or another process has it. */
    boolean claimNow(WatchJob job) throws OperationsDatabaseException {
        plan();
        return lock(job);
    }

    private boolean lock(WatchJob job) throws OperationsDatabaseException {
        Path file = database.file().resolveSibling(".watch-" + job.code() + ".lock");
        try {
            locks.put(job, LockedFile.take(file, NO_NOTE));
            return true;
        } catch (LockedFile.HeldException e) {
            return false;
        } catch (IOException e) {
            throw new OperationsDatabaseException(
                    OperationsDatabaseProblem.READ_ONLY, "The lock " + file + " cannot be taken", e);
        }
    }

    /** Ends a claim: the job is due again after some time. */
    void done(WatchJob job, Duration untilNext) throws OperationsDatabaseException {
        long due = now() + untilNext.toMillis();
        try {
            write(client -> client.sql("update watch_job set due_millis = ? where name = ?")
                    .param(due)
                    .param(job.name())
                    .update());
        } finally {
            giveUp(job);
        }
    }

    /** Ends a claim, if there is one, without having done the job: it is due when it was. */
    void giveUp(WatchJob job) {
        LockedFile lock = locks.remove(job);
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                log.debug("The lock of the {} is released when the process ends", job.code(), e);
            }
        }
    }

    private long now() {
        return Instant.now(clock).toEpochMilli();
    }

    private int write(ToIntFunction<JdbcClient> work) throws OperationsDatabaseException {
        return database.write(work::applyAsInt, OperationsDatabase.WRITE_TIMEOUT);
    }
}
