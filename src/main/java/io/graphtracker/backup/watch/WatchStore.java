package io.graphtracker.backup.watch;

import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.restore.RestoreDrill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings and results of watching in the operations database. What is due is in {@link WatchClaims}. */
@Component
class WatchStore {

    private static final String DRILL_COLUMNS = "ended_millis, backup, outcome, message, dismissed, copying_millis,"
            + " migrating_millis, checking_millis, counting_millis";

    /** The row of the last drill. */
    private static final int LAST = 1;

    /** The row of the last drill that could be run. */
    private static final int CONCLUSIVE = 2;

    private final OperationsDatabase database;

    WatchStore(OperationsDatabase database) {
        this.database = database;
    }

    /**
     * Reads everything.
     *
     * @throws OperationsDatabaseException if it cannot be read
     */
    WatchState read() throws OperationsDatabaseException {
        return database.read("watch_settings", WatchStore::state, OperationsDatabase.READ_TIMEOUT)
                .orElse(WatchState.NONE);
    }

    private static WatchState state(JdbcClient client) {
        return new WatchState(
                client.sql("select max_age_days, call_address from watch_settings")
                        .query((row, number) -> new WatchSettings(row.getInt(1), row.getString(2)))
                        .optional()
                        .orElse(WatchSettings.DEFAULT),
                verification(client).orElse(null),
                drill(client, LAST),
                drill(client, CONCLUSIVE),
                client.sql("select at_millis, problem, status from call_result")
                        .query((row, number) -> call(row))
                        .optional()
                        .orElse(null));
    }

    private static Optional<VerificationResult> verification(JdbcClient client) {
        List<VerificationResult.Failure> failures = client.sql(
                        "select name, message from verification_failure order by name")
                .query((row, number) -> new VerificationResult.Failure(row.getString(1), row.getString(2)))
                .list();
        return client.sql("select ended_millis, took_millis, passed, dismissed from verification_result")
                .query((row, number) -> new VerificationResult(
                        Instant.ofEpochMilli(row.getLong(1)),
                        Duration.ofMillis(row.getLong(2)),
                        row.getLong(3),
                        failures,
                        row.getBoolean(4)))
                .optional();
    }

    private static @Nullable DrillResult drill(JdbcClient client, int id) {
        return client.sql("select " + DRILL_COLUMNS + " from drill_result where id = ?")
                .param(id)
                .query((row, number) -> drill(row))
                .optional()
                .orElse(null);
    }

    private static DrillResult drill(ResultSet row) throws SQLException {
        Map<RestoreDrill.Phase, Duration> times = new EnumMap<>(RestoreDrill.Phase.class);
        for (RestoreDrill.Phase phase : RestoreDrill.Phase.values()) {
            long millis = row.getLong(column(phase));
            if (!row.wasNull()) {
                times.put(phase, Duration.ofMillis(millis));
            }
        }
        return new DrillResult(
                Instant.ofEpochMilli(row.getLong("ended_millis")),
                row.getString("backup"),
                times,
                DrillResult.Outcome.valueOf(row.getString("outcome")),
                row.getString("message"),
                row.getBoolean("dismissed"));
    }

    private static String column(RestoreDrill.Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT) + "_millis";
    }

    private static CallResult call(ResultSet row) throws SQLException {
        String problem = row.getString(2);
        return new CallResult(
                Instant.ofEpochMilli(row.getLong(1)), problem == null ? null : CallProblem.of(problem), row.getInt(3));
    }

    /** Saves one setting; somebody may be changing the other. */
    void saveMaxAgeDays(int days) throws OperationsDatabaseException {
        write(
                "insert into watch_settings (id, max_age_days, call_address) values (1, ?, ?)"
                        + " on conflict (id) do update set max_age_days = excluded.max_age_days",
                days,
                WatchSettings.DEFAULT.callAddress());
    }

    /** The same for the address; a new one has no result yet. */
    void saveCallAddress(String address) throws OperationsDatabaseException {
        write(
                "insert into watch_settings (id, max_age_days, call_address) values (1, ?, ?)"
                        + " on conflict (id) do update set call_address = excluded.call_address",
                WatchSettings.DEFAULT.maxAgeDays(),
                address);
    }

    void forgetCall() throws OperationsDatabaseException {
        write("delete from call_result");
    }

    /** Saves a result. It stays dismissed if nothing failed but what failed before. */
    void save(VerificationResult result) throws OperationsDatabaseException {
        transact(client -> {
            boolean dismissed = verification(client)
                    .filter(before -> before.dismissed() && before.names().containsAll(result.names()))
                    .isPresent();
            client.sql("delete from verification_failure").update();
            result.failures()
                    .forEach(failure -> client.sql("insert into verification_failure (name, message) values (?, ?)")
                            .param(failure.name())
                            .param(failure.message())
                            .update());
            client.sql("insert or replace into verification_result"
                            + " (id, ended_millis, took_millis, passed, dismissed) values (1, ?, ?, ?, ?)")
                    .param(result.endedAt().toEpochMilli())
                    .param(result.took().toMillis())
                    .param(result.passed())
                    .param(dismissed)
                    .update();
        });
    }

    void save(DrillResult result) throws OperationsDatabaseException {
        transact(client -> {
            save(client, LAST, result);
            if (result.isConclusive()) {
                save(client, CONCLUSIVE, result);
            }
        });
    }

    private static void save(JdbcClient client, int id, DrillResult result) {
        client.sql("insert or replace into drill_result (id, " + DRILL_COLUMNS
                        + ") values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)")
                .param(id)
                .param(result.endedAt().toEpochMilli())
                .param(result.backup())
                .param(result.outcome().name())
                .param(result.message())
                .param(millis(result, RestoreDrill.Phase.COPYING))
                .param(millis(result, RestoreDrill.Phase.MIGRATING))
                .param(millis(result, RestoreDrill.Phase.CHECKING))
                .param(millis(result, RestoreDrill.Phase.COUNTING))
                .update();
    }

    private static @Nullable Long millis(DrillResult result, RestoreDrill.Phase phase) {
        Duration time = result.times().get(phase);
        return time == null ? null : time.toMillis();
    }

    void save(CallResult result) throws OperationsDatabaseException {
        write(
                "insert or replace into call_result (id, at_millis, problem, status) values (1, ?, ?, ?)",
                result.at().toEpochMilli(),
                result.problem() == null ? null : result.problem().name(),
                result.status());
    }

    /** No page tells of the failures of a job any more, until it runs again. */
    void dismiss(WatchJob job) throws OperationsDatabaseException {
        write(
                switch (job) {
                    case VERIFICATION -> "update verification_result set dismissed = 1";
                    case DRILL -> "update drill_result set dismissed = 1";
                });
    }

    private void transact(Consumer<JdbcClient> work) throws OperationsDatabaseException {
        database.write(
                client -> {
                    // without a commit, closing the connection rolls back
                    client.sql("begin immediate").update();
                    work.accept(client);
                    return client.sql("commit").update();
                },
                OperationsDatabase.WRITE_TIMEOUT);
    }

    private void write(String sql, @Nullable Object... parameters) throws OperationsDatabaseException {
        database.write(
                client -> {
                    JdbcClient.StatementSpec statement = client.sql(sql);
                    for (Object parameter : parameters) {
                        statement.param(parameter);
                    }
                    return statement.update();
                },
                OperationsDatabase.WRITE_TIMEOUT);
    }
}
