package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A manipulated file that makes a check endless does not prevent it from ending. */
@Timeout(60)
class VerificationJobTest {

    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final List<VerificationProgress> told = new ArrayList<>();
    private final VerificationJob job = new VerificationJob(
            told::add, () -> nanos.addAndGet(Duration.ofMillis(1).toNanos()));
    private Path file;

    @BeforeEach
    void make() throws SQLException {
        file = folder.resolve("file.sqlite");
        try (Connection connection = TestDatabase.open(file)) {
            TestDatabase.execute(connection, "CREATE TABLE t (x)");
        }
    }

    @Test
    void aStatementEndsWhenTheTimeIsOver() {
        job.limitTo(Duration.ofSeconds(5));

        SQLException error = catchThrowableOfType(SQLException.class, this::runEndless);

        assertThat(SqliteErrors.isStop(error)).isTrue();
        BackupException reason = catchThrowableOfType(BackupException.class, job::throwIfCancelled);
        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
        assertThat(reason.kind()).isEqualTo("check-overdue");
    }

    @Test
    void aStatementEndsWhenItIsCancelled() {
        job.cancel();

        SQLException error = catchThrowableOfType(SQLException.class, this::runEndless);

        assertThat(SqliteErrors.isStop(error)).isTrue();
        assertThat(catchThrowableOfType(BackupException.class, job::throwIfCancelled)
                        .kind())
                .isEqualTo("check");
    }

    private void runEndless() throws SQLException {
        try (Connection connection = SqliteFiles.openUntrusted(file, job);
                Statement statement = connection.createStatement()) {
            statement.executeQuery(ENDLESS).close();
        }
    }

    /** Reports are limited, however many percent are done meanwhile: each is sent to every open page. */
    @Test
    void itTellsAFewTimesASecondAndAtOnceThatNothingCanBeTold() {
        AtomicLong now = new AtomicLong();
        VerificationJob watched = new VerificationJob(told::add, now::get);

        watched.enter(1000);
        for (int done = 1; done <= 1000; done++) {
            now.addAndGet(Duration.ofMillis(1).toNanos());
            watched.advanceTo(done);
        }
        watched.enter(0);
        watched.advanceTo(7);

        assertThat(told)
                .containsExactly(
                        VerificationProgress.reading(0),
                        VerificationProgress.reading(30),
                        VerificationProgress.reading(60),
                        VerificationProgress.reading(90),
                        VerificationProgress.NONE);
    }

    /** How much SQLite still has to do is unknown, but that it continues is reported. */
    @Test
    void whileSqliteLooksAtTheFileEachSecondIsTold() {
        AtomicLong now = new AtomicLong();
        VerificationJob watched = new VerificationJob(told::add, now::get);
        watched.enter(1000);
        now.addAndGet(Duration.ofSeconds(90).toNanos());

        watched.enter(0);
        for (int look = 1; look <= 25; look++) {
            now.addAndGet(Duration.ofMillis(100).toNanos());
            watched.heartbeat();
        }

        assertThat(told.subList(1, told.size()))
                .containsExactly(
                        VerificationProgress.NONE,
                        new VerificationProgress(VerificationProgress.UNKNOWN, 1),
                        new VerificationProgress(VerificationProgress.UNKNOWN, 2));
    }

    /** SQLite's own check of pages calls only these. */
    @Test
    void aStatementTellsThatItGoesOn() {
        job.enter(0);
        job.limitTo(Duration.ofSeconds(5));

        SQLException stopped = catchThrowableOfType(SQLException.class, this::runEndless);

        assertThat(SqliteErrors.isStop(stopped)).isTrue();
        assertThat(told).contains(new VerificationProgress(VerificationProgress.UNKNOWN, 2));
    }

    @Test
    void ofALongCheckEachPercentIsToldOnce() {
        AtomicLong now = new AtomicLong();
        VerificationJob watched = new VerificationJob(told::add, now::get);

        watched.enter(1000);
        for (int done = 1; done <= 1000; done++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            watched.advanceTo(done);
        }

        assertThat(told)
                .hasSize(101)
                .startsWith(VerificationProgress.reading(0), VerificationProgress.reading(1))
                .endsWith(VerificationProgress.reading(100));
    }

    @Test
    void aLargeFileMayTakeLonger() {
        VerificationLimits limits = new VerificationLimits(Duration.ofSeconds(10), 1000);

        assertThat(limits.of(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.of(60_000)).isEqualTo(Duration.ofSeconds(70));
    }

    /** Half of the time: each time it has worked for a while, it rests for as long. */
    @Test
    void aGentleOneRestsAsLongAsItWorks() {
        List<Long> rests = new ArrayList<>();
        VerificationJob gentle = new VerificationJob(
                told::add, () -> nanos.addAndGet(Duration.ofMillis(1).toNanos()), rested -> {
                    rests.add(rested);
                    nanos.addAndGet(rested);
                });

        long before = nanos.get();
        for (int read = 0; read < 1_000; read++) {
            gentle.advanceTo(read);
            gentle.heartbeat();
        }

        assertThat(rests).hasSizeGreaterThan(10).containsOnly(VerificationJob.NANOS_BETWEEN_RESTS);
        assertThat(rests.stream().mapToLong(Long::longValue).sum() * 2.0 / (nanos.get() - before))
                .isBetween(0.9, 1.0);
    }
}
