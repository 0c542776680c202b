package io.graphtracker.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.testing.StubBackupTimer;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** How the scheduler goes on, and how it ends in the middle of a run. */
@Thorough
class RunningSchedulerTest extends ScheduleFixture {

    private final StubBackupTimer timer = new StubBackupTimer();

    @Test
    void itLooksAtTheStartAndAfterEachTick() throws IOException, SQLException {
        BackupScheduler scheduler = ticking(backups.bean(DatabaseUrl.class));
        backups.at(LocalDateTime.parse("2026-11-23T02:00"));

        scheduler.start();
        assertThat(names()).hasSize(1);
        change();
        backups.at(LocalDateTime.parse("2026-11-24T02:00"));
        timer.runFirst();
        assertThat(names()).hasSize(2);

        scheduler.stop();
        timer.runFirst();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(timer::runFirst);
    }

    @Test
    void whatCannotBeBackedUpIsNotScheduled() throws IOException {
        backups.at(LocalDateTime.parse("2026-11-23T02:00"));

        ticking(new DatabaseUrl.Postgresql("jdbc:postgresql://localhost/plans", "zoe", ""))
                .start();

        assertThat(names()).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(timer::runFirst);
    }

    private BackupScheduler ticking(DatabaseUrl database) {
        return new BackupScheduler(
                database,
                backups.bean(ScheduleStore.class),
                backups.bean(ScheduledBackup.class),
                backups.bean(RunResults.class),
                backups.bean(OperationsDatabase.class),
                timer,
                Runnable::run,
                event -> {},
                backups.bean(Clock.class));
    }

    @Test
    void aRunThatTheEndOfTheApplicationCancelsIsMadeUpForAtTheStart() throws IOException {
        backups.on(BackupEvent.Started.class, () -> {
            scheduler().stop();
            backups.bean(BackupService.class).cancel();
        });
        lookAt("2026-11-23T02:00");
        assertThat(names()).isEmpty();
        assertThat(state().lastRun()).isNull();

        restart();
        scheduler().look();

        assertThat(names()).hasSize(1);
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.MADE);
        assertThat(nextDue()).isEqualTo("2026-11-24T02:00:00Z");
    }

    /** As on a full disk, where neither the backup nor its failure can be written. */
    @Test
    void aResultThatCannotBeStoredIsToldAndStoredLater() throws IOException, SQLException {
        try (Connection other = TestDatabase.open(root.resolve("instance/operations.db"))) {
            backups.on(BackupEvent.Started.class, () -> lock(other));
            lookAt("2026-11-23T02:00");
            // most locks pass in a moment
            assertThat(scheduler().problem()).isEmpty();
            scheduler().look();
            assertThat(scheduler().problem()).contains(OperationsDatabaseProblem.LOCKED);
            assertThat(lastRun().outcome()).isEqualTo(RunOutcome.MADE);
            TestDatabase.execute(other, "rollback");
        }

        lookAt("2026-11-23T02:01");
        assertThat(scheduler().problem()).isEmpty();
        restart();

        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.MADE);
        assertThat(state().running()).isNull();
        assertThat(names()).hasSize(1);
    }

    private static void lock(Connection connection) {
        try {
            TestDatabase.execute(connection, "begin immediate");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
