package io.graphtracker.backup.retention;

import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the rule in the operations database, so that no restore changes it. Blocking disk access. */
@Component
class RetentionStore {

    private static final String TABLE = "retention_rule";

    private final OperationsDatabase database;

    RetentionStore(OperationsDatabase database) {
        this.database = database;
    }

    /**
     * The rule; empty if there is none.
     *
     * @throws OperationsDatabaseException if it cannot be read, or what is there is no valid rule
     */
    Optional<RetentionRule> read() throws OperationsDatabaseException {
        return database.read(
                        TABLE,
                        client -> client.sql("select * from " + TABLE + " where id = 1")
                                .query((row, number) -> rule(row))
                                .optional(),
                        OperationsDatabase.READ_TIMEOUT)
                .flatMap(found -> found);
    }

    private static RetentionRule rule(ResultSet row) throws SQLException {
        Map<RetentionTier, Integer> counts = new EnumMap<>(RetentionTier.class);
        for (RetentionTier tier : RetentionTier.values()) {
            counts.put(tier, row.getInt(column(tier)));
        }
        long maxTotalBytes = row.getLong("max_total_bytes");
        return new RetentionRule(
                counts,
                row.wasNull() ? null : maxTotalBytes,
                Duration.ofSeconds(row.getLong("minimum_age_seconds")),
                row.getBoolean("manual_too"));
    }

    private static String column(RetentionTier tier) {
        return "keep_" + tier.code();
    }

    /**
     * Stores a rule in place of the former one.
     *
     * @param user the name of the user who wants it
     */
    void write(RetentionRule rule, String user, Instant at) throws OperationsDatabaseException {
        database.write(client -> insert(client, "insert or replace", rule, user, at), OperationsDatabase.WRITE_TIMEOUT);
    }

    /** Stores a rule if there is none; false if there is one. */
    boolean writeFirst(RetentionRule rule, String user, Instant at) throws OperationsDatabaseException {
        return database.write(
                client -> insert(client, "insert or ignore", rule, user, at), OperationsDatabase.WRITE_TIMEOUT);
    }

    private static boolean insert(JdbcClient client, String insert, RetentionRule rule, String user, Instant at) {
        JdbcClient.StatementSpec statement = client.sql(insert + " into " + TABLE
                + " (id, keep_last, keep_hourly, keep_daily, keep_weekly, keep_monthly, keep_yearly,"
                + " max_total_bytes, minimum_age_seconds, manual_too, saved_at_millis, saved_by)"
                + " values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (RetentionTier tier : RetentionTier.values()) {
            statement = statement.param(rule.count(tier));
        }
        return statement
                        .param(rule.maxTotalBytes())
                        .param(rule.minimumAge().toSeconds())
                        .param(rule.manualToo())
                        .param(at.toEpochMilli())
                        .param(user)
                        .update()
                > 0;
    }

    /** Removes the rule. */
    void delete() throws OperationsDatabaseException {
        database.write(client -> client.sql("delete from " + TABLE).update(), OperationsDatabase.WRITE_TIMEOUT);
    }
}
