package io.graphtracker.backup.schedule;

import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The schedule in the operations database. Everything that begins a run compares and sets in one statement: of two
 * processes that both find it due, one begins it.
 */
@Component
class ScheduleStore {

    private static final String TABLE = "schedule";

    private static final String READ = """
            select * from schedule left join
                (select number, due_millis, ended_at_millis, outcome, backup, message, hint, failures, dismissed
                 from schedule_run)
            where id = 1""";

    private static final String SAVE = """
            insert into schedule (id, timing, zone, next_due_millis) values (1, :timing, :zone, :next)
            on conflict (id) do update set timing = :timing, zone = :zone, next_due_millis = :next, again = 0""";

    private static final String SAVE_FIRST = """
            insert into schedule (id, timing, zone, next_due_millis) values (1, :timing, :zone, :next)
            on conflict (id) do nothing""";

    private static final String CLAIM = """
            update schedule set next_due_millis = :next, last_due_millis = :due, running = :token,
                running_due_millis = :due, running_since_millis = :now
            where next_due_millis = :due and timing = :timing and zone = :zone and running is null""";

    private static final String RESCHEDULE = """
            update schedule set next_due_millis = :next
            where next_due_millis = :due and timing = :timing and zone = :zone and running is null""";

    /** A schedule that was turned off meanwhile stays off: in SQLite, the minimum of null and anything is null. */
    private static final String RELEASE = """
            update schedule set running = null, next_due_millis = min(next_due_millis, :due) where running = :token""";

    private static final String END = "update schedule set running = null, again = 0 where running = :token";

    private static final String AGAIN = """
            update schedule set running = null, again = 1, next_due_millis = min(next_due_millis, :now)
            where running = :token""";

    private static final String RECORD = """
            insert or replace into schedule_run
            values (1, :number, :due, :ended, :outcome, :backup, :message, :hint, :failures, 0)""";

    private static final String UNCHANGED = "schedule_unchanged";

    private static final String RECORD_UNCHANGED = "insert or replace into schedule_unchanged values (1, ?, ?)";

    private static final String DISMISS = "update schedule_run set dismissed = 1 where number = :number";

    private final OperationsDatabase database;

    ScheduleStore(OperationsDatabase database) {
        this.database = database;
    }

    /** What a row contains, before it is known whether this version understands it. */
    private record Row(
            String timing,
            String zone,
            @Nullable Instant nextDue,
            @Nullable Instant lastDue,
            ScheduleState.@Nullable Claim running,
            @Nullable LastRun lastRun) {

        ScheduleState toState() throws OperationsDatabaseException {
            try {
                return new ScheduleState(Schedule.ofStored(timing, zone), nextDue, lastDue, running, lastRun);
            } catch (RuntimeException e) {
                throw new OperationsDatabaseException(
                        OperationsDatabaseProblem.NEWER, "The schedule is not understood: " + timing + ", " + zone, e);
            }
        }
    }

    /**
     * Reads it; empty if none was ever set.
     *
     * @throws OperationsDatabaseException if it cannot be read
     */
    Optional<ScheduleState> read() throws OperationsDatabaseException {
        Optional<Row> row = database.read(
                        TABLE,
                        client -> client.sql(READ)
                                .query((found, number) -> row(found))
                                .optional(),
                        OperationsDatabase.READ_TIMEOUT)
                .flatMap(found -> found);
        return row.isPresent() ? Optional.of(row.get().toState()) : Optional.empty();
    }

    /** Saves the schedule; a run that was begun goes on. */
    void save(Schedule schedule, @Nullable Instant nextDue) throws OperationsDatabaseException {
        save(SAVE, schedule, nextDue);
    }

    /** Saves the schedule; false if one was ever saved before, which stays. */
    boolean saveFirst(Schedule schedule, @Nullable Instant nextDue) throws OperationsDatabaseException {
        return save(SAVE_FIRST, schedule, nextDue) > 0;
    }

    private int save(String statement, Schedule schedule, @Nullable Instant nextDue)
            throws OperationsDatabaseException {
        return write(client -> client.sql(statement)
                .param("timing", schedule.storedTiming())
                .param("zone", schedule.zone().getId())
                .param("next", millis(nextDue))
                .update());
    }

    /**
     * Begins the run that is due.
     *
     * @param state where the schedule stood
     * @param nextDue when it is due after that
     * @return empty if it does not stand there any more
     */
    Optional<ScheduleState.Claim> claim(ScheduleState state, Instant now, @Nullable Instant nextDue)
            throws OperationsDatabaseException {
        Instant due = state.nextDue();
        if (due == null) {
            return Optional.empty();
        }
        String token = UUID.randomUUID().toString();
        return write(client -> {
            int claimed = client.sql(CLAIM)
                    .param("next", millis(nextDue))
                    .param("due", millis(due))
                    .param("token", token)
                    .param("now", millis(now))
                    .param("timing", state.schedule().storedTiming())
                    .param("zone", state.schedule().zone().getId())
                    .update();
            return claimed == 0
                    ? Optional.empty()
                    : Optional.of(new ScheduleState.Claim(token, due, now, isAgain(client)));
        });
    }

    private static boolean isAgain(JdbcClient client) {
        return client.sql("select again from schedule").query(Boolean.class).single();
    }

    /** Changes when it is due, if it still stands there. */
    void reschedule(ScheduleState state, Instant nextDue) throws OperationsDatabaseException {
        write(client -> client.sql(RESCHEDULE)
                .param("next", millis(nextDue))
                .param("due", millis(state.nextDue()))
                .param("timing", state.schedule().storedTiming())
                .param("zone", state.schedule().zone().getId())
                .update());
    }

    /** Makes it due again, as if it had not been begun. */
    void release(ScheduleState.Claim claim) throws OperationsDatabaseException {
        write(client -> client.sql(RELEASE)
                .param("due", millis(claim.due()))
                .param("token", claim.token())
                .update());
    }

    /**
     * Ends a run.
     *
     * @param makeUpAt when it is to be made up for; null if it is not
     */
    void end(ScheduleState.Claim claim, LastRun result, @Nullable Instant makeUpAt) throws OperationsDatabaseException {
        write(client -> {
            // without a commit, closing the connection rolls back
            client.sql("begin immediate").update();
            int ended = makeUpAt == null
                    ? client.sql(END).param("token", claim.token()).update()
                    : client.sql(AGAIN)
                            .param("now", millis(makeUpAt))
                            .param("token", claim.token())
                            .update();
            if (ended > 0) {
                record(client, result);
            }
            if (ended > 0 && result.outcome() == RunOutcome.UNCHANGED) {
                client.sql(RECORD_UNCHANGED)
                        .param(result.backup())
                        .param(millis(claim.since()))
                        .update();
            }
            client.sql("commit").update();
            return ended;
        });
    }

    private static void record(JdbcClient client, LastRun result) {
        client.sql(RECORD)
                .param("number", result.number())
                .param("due", millis(result.due()))
                .param("ended", millis(result.endedAt()))
                .param("outcome", result.outcome().name())
                .param("backup", result.backup())
                .param("message", result.message())
                .param("hint", result.hint())
                .param("failures", result.failures())
                .update();
    }

    /**
     * What the last run found that found nothing changed, whatever became of later runs.
     *
     * @throws OperationsDatabaseException if it cannot be read
     */
    Optional<UnchangedBackup> unchanged() throws OperationsDatabaseException {
        return database.read(
                        UNCHANGED,
                        client -> client.sql("select backup, at_millis from schedule_unchanged")
                                .query((row, number) ->
                                        new UnchangedBackup(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                                .optional(),
                        OperationsDatabase.READ_TIMEOUT)
                .flatMap(found -> found);
    }

    /** Nobody has to be told of this failure any more. */
    void dismiss(long number) throws OperationsDatabaseException {
        write(client -> client.sql(DISMISS).param("number", number).update());
    }

    private <T> T write(Function<JdbcClient, T> work) throws OperationsDatabaseException {
        return database.write(work, OperationsDatabase.WRITE_TIMEOUT);
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("timing"),
                row.getString("zone"),
                instant(row, "next_due_millis"),
                instant(row, "last_due_millis"),
                running(row),
                lastRun(row));
    }

    private static ScheduleState.@Nullable Claim running(ResultSet row) throws SQLException {
        String token = row.getString("running");
        return token == null
                ? null
                : new ScheduleState.Claim(
                        token,
                        Instant.ofEpochMilli(row.getLong("running_due_millis")),
                        Instant.ofEpochMilli(row.getLong("running_since_millis")),
                        row.getBoolean("again"));
    }

    private static @Nullable LastRun lastRun(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new LastRun(
                        row.getLong("number"),
                        Instant.ofEpochMilli(row.getLong("due_millis")),
                        Instant.ofEpochMilli(row.getLong("ended_at_millis")),
                        RunOutcome.of(outcome),
                        row.getString("backup"),
                        row.getString("message"),
                        row.getString("hint"),
                        row.getInt("failures"),
                        row.getBoolean("dismissed"));
    }
}
