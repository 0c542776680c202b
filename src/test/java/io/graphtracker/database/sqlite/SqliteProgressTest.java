package io.graphtracker.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupJob;
import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.TestDatabase;
import io.graphtracker.backup.TestJobs;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SqliteProgressTest {

    private static final String LONG =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %s) SELECT count(*) FROM n";

    /** A limit of some seconds, since only the handler can stop an endless statement. */
    private static final long MANY = 10_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final BackupJob job = new BackupJob(BackupKind.MANUAL, TestJobs.NOW, nanos::get, progress -> {});
    private final AtomicInteger measurements = new AtomicInteger();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aStatementOfARunThatGoesOnIsLeftAlone() throws SQLException {
        SqliteProgress.watch(connection, job);

        assertThatCode(() -> execute(100_000)).doesNotThrowAnyException();
    }

    /** The driver's own cancellation would be lost here. */
    @Test
    void aStatementIsStoppedThoughTheRunWasCancelledBeforeItBegan() throws SQLException {
        SqliteProgress.watch(connection, job);
        job.cancel();

        SQLException stopped = catchThrowableOfType(SQLException.class, () -> execute(MANY));

        assertThat(SqliteErrors.isStop(stopped)).isTrue();
    }

    @Test
    void aStatementIsStoppedInItsMidst() throws SQLException {
        SqliteProgress.watch(connection, job, () -> {
            job.cancel();
            return 0;
        });

        SQLException stopped = catchThrowableOfType(SQLException.class, () -> execute(MANY));

        assertThat(SqliteErrors.isStop(stopped)).isTrue();
    }

    @Test
    void anotherErrorIsNoStop() {
        SQLException error = catchThrowableOfType(
                SQLException.class, () -> TestDatabase.execute(connection, "SELECT * FROM missing"));

        assertThat(SqliteErrors.isStop(error)).isFalse();
        assertThat(SqliteErrors.isStop(new SQLException("no error of SQLite's")))
                .isFalse();
    }

    @Test
    void notesHowFarItIs() throws SQLException {
        SqliteProgress.watch(connection, job, () -> 1_234);
        execute(100_000);

        assertThat(job.progress().doneBytes()).isEqualTo(1_234);
    }

    @Test
    void measuresNoMoreOftenThanWorthwhile() throws SQLException {
        SqliteProgress.watch(connection, job, measurements::incrementAndGet);
        execute(100_000);
        assertThat(measurements).hasValue(1);

        nanos.addAndGet(Duration.ofMillis(49).toNanos());
        execute(100_000);
        assertThat(measurements).hasValue(1);

        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        execute(100_000);
        assertThat(measurements).hasValue(2);
    }

    @Test
    void whatCannotBeMeasuredStopsNothing() throws SQLException {
        job.advanceTo(7);
        SqliteProgress.watch(connection, job, () -> {
            measurements.incrementAndGet();
            throw new IOException("gone");
        });

        assertThatCode(() -> execute(100_000)).doesNotThrowAnyException();
        assertThat(measurements).hasPositiveValue();
        assertThat(job.progress().doneBytes()).isEqualTo(7);
    }

    private void execute(long rows) throws SQLException {
        TestDatabase.execute(connection, LONG.formatted(rows));
    }
}
