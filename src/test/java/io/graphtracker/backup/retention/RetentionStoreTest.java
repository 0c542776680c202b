package io.graphtracker.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.environment.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path root;

    private RetentionStore store;

    @BeforeEach
    void open() {
        store = new RetentionStore(new OperationsDatabase(new ProjectRoot(root)));
    }

    @Test
    void thereIsNoneBeforeOneIsSavedAndReadingCreatesNothing() throws IOException {
        assertThat(store.read()).isEmpty();
        assertThat(root.resolve(OperationsDatabase.FILE)).doesNotExist();
    }

    @Test
    void aRuleIsReadAsItWasSaved() throws IOException {
        RetentionRule all = new RetentionRule(
                Map.of(
                        RetentionTier.LAST, 1,
                        RetentionTier.HOURLY, 2,
                        RetentionTier.DAILY, 3,
                        RetentionTier.WEEKLY, 4,
                        RetentionTier.MONTHLY, 5,
                        RetentionTier.YEARLY, 6),
                5_000_000_000L,
                Duration.ofDays(8),
                true);
        for (RetentionRule rule : new RetentionRule[] {all, RetentionRule.SENSIBLE, Histories.atMost(1)}) {
            store.write(rule, "zoe", NOW);

            assertThat(store.read()).contains(rule);
        }
        store.delete();
        assertThat(store.read()).isEmpty();
    }

    @Test
    void aFirstRuleReplacesNone() throws IOException {
        assertThat(store.writeFirst(RetentionRule.SENSIBLE, "zoe", NOW)).isTrue();
        assertThat(store.writeFirst(Histories.rule("last 1"), "zoe", NOW)).isFalse();
        assertThat(store.read()).contains(RetentionRule.SENSIBLE);
    }

    /** None of them may be taken for no rule, or for another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update retention_rule set keep_daily = -1",
                "update retention_rule set keep_daily = 0, keep_weekly = 0, keep_monthly = 0",
                "update retention_rule set max_total_bytes = 0",
                "update retention_rule set minimum_age_seconds = -1",
                "alter table retention_rule drop column keep_daily",
                "pragma user_version = 1000"
            })
    void whatIsNoRuleCannotBeRead(String change) throws IOException, SQLException {
        store.write(RetentionRule.SENSIBLE, "zoe", NOW);
        execute(change);

        assertThatThrownBy(store::read).isInstanceOf(OperationsDatabaseException.class);
    }

    @Test
    void aDamagedDatabaseIsNotTakenForNoRule() throws IOException {
        store.write(RetentionRule.SENSIBLE, "zoe", NOW);
        Files.writeString(root.resolve(OperationsDatabase.FILE), "This is no database. ".repeat(500));

        assertThatThrownBy(store::read).isInstanceOf(OperationsDatabaseException.class);
        assertThatThrownBy(() -> store.write(RetentionRule.SENSIBLE, "zoe", NOW))
                .isInstanceOf(OperationsDatabaseException.class);
    }

    /** As another thread creates it, right after somebody deleted the file. */
    @Test
    void anEmptyFileInItsPlaceIsWrittenTo() throws IOException {
        store.write(RetentionRule.SENSIBLE, "zoe", NOW);
        Files.write(root.resolve(OperationsDatabase.FILE), new byte[0]);

        store.write(Histories.rule("last 1"), "zoe", NOW);

        assertThat(store.read()).contains(Histories.rule("last 1"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + root.resolve(OperationsDatabase.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
