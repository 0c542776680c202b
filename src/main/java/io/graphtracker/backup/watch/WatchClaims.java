package io.graphtracker.backup.watch;

import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When each job is due, and which process has it. A process claims a job for a limited time and renews that while it
 * works, so a job whose process was killed is taken up again. Each step is one conditional update: of two processes,
 * one gets it.
 */
@Component
class WatchClaims {

    /** Longer than one file takes, and than a restore or a backup makes it wait. */
    static final Duration LEASE = Duration.ofHours(2);

    /** The first time is not at once: who starts Graph Tracker for the first time has other things to do. */
    static final Duration FIRST = Duration.ofDays(1);

    /** A time further away than it can be was written while the clock was wrong, and does not count. */
    private static final String FREE = "(leased_until_millis <= :now or leased_until_millis > :lease)";

    private static final String DUE = "(due_millis <= :now or due_millis > :latest)";

    private final OperationsDatabase database;
    private final Clock clock;

    /** Different for each process, and for each application in one. */
    private final String owner = UUID.randomUUID().toString();

    WatchClaims(OperationsDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Says when jobs are due that were never due before. */
    void plan() throws OperationsDatabaseException {
        long due = now() + FIRST.toMillis();
        write(client -> Arrays.stream(WatchJob.values())
                .mapToInt(job -> client.sql("insert or ignore into watch_job"
                                + " (name, due_millis, leased_until_millis, owner) values (?, ?, 0, '')")
                        .param(job.name())
                        .param(due)
                        .update())
                .sum());
    }

    /** Whether a job is due, and nobody has it. Only reads. */
    boolean isDue(WatchJob job) throws OperationsDatabaseException {
        return database.read(
                        "watch_job",
                        client -> at(
                                        client.sql("select count(*) from watch_job where name = :name and " + FREE
                                                + " and " + DUE),
                                        job)
                                .query(Long.class)
                                .single(),
                        OperationsDatabase.READ_TIMEOUT)
                .filter(due -> due > 0)
                .isPresent();
    }

    /** Claims a job that is due; false if it is not, or another process has it. */
    boolean claimDue(WatchJob job) throws OperationsDatabaseException {
        return claim(job, FREE + " and " + DUE);
    }

    /** Claims a job whether it is due or not; false if another process has it. */
    boolean claimNow(WatchJob job) throws OperationsDatabaseException {
        plan();
        return claim(job, FREE);
    }

    private boolean claim(WatchJob job, String condition) throws OperationsDatabaseException {
        return write(client -> at(
                                client.sql("update watch_job set leased_until_millis = :lease, owner = :owner"
                                        + " where name = :name and " + condition),
                                job)
                        .param("owner", owner)
                        .update())
                > 0;
    }

    private JdbcClient.StatementSpec at(JdbcClient.StatementSpec statement, WatchJob job) {
        long now = now();
        return statement
                .param("name", job.name())
                .param("now", now)
                .param("lease", now + LEASE.toMillis())
                .param("latest", now + WatchJob.INTERVAL.toMillis());
    }

    /** Keeps a claim; false if another process has the job by now. */
    boolean renew(WatchJob job) throws OperationsDatabaseException {
        return update("leased_until_millis = :millis", job, now() + LEASE.toMillis());
    }

    /** Ends a claim: the job is due again after some time. */
    void done(WatchJob job, Duration untilNext) throws OperationsDatabaseException {
        update("leased_until_millis = 0, due_millis = :millis", job, now() + untilNext.toMillis());
    }

    /** Ends a claim without having done the job: it is due when it was. */
    void giveUp(WatchJob job) throws OperationsDatabaseException {
        update("leased_until_millis = :millis", job, 0);
    }

    private boolean update(String change, WatchJob job, long millis) throws OperationsDatabaseException {
        return write(client -> client.sql("update watch_job set " + change + " where name = :name and owner = :owner"
                                + " and leased_until_millis > 0")
                        .param("millis", millis)
                        .param("name", job.name())
                        .param("owner", owner)
                        .update())
                > 0;
    }

    private long now() {
        return Instant.now(clock).toEpochMilli();
    }

    private int write(ToIntFunction<JdbcClient> work) throws OperationsDatabaseException {
        return database.write(work::applyAsInt, OperationsDatabase.WRITE_TIMEOUT);
    }
}
