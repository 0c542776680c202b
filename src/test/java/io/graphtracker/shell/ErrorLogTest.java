package io.graphtracker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.graphtracker.database.DatabaseFault;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorLogTest {

    private final SettableClock clock = new SettableClock();
    private final ErrorLog errors = new ErrorLog(clock);

    @Test
    void eachErrorIsFoundByItsIdButARepeatedOneHasNoStackTrace() {
        List<String> ids = new ArrayList<>();
        try (CapturedLog log = new CapturedLog(ErrorLog.class.getName())) {
            for (int i = 0; i < 50; i++) {
                ids.add(errors.log(new IllegalStateException("no. " + i)));
            }

            assertThat(log.text()).contains(ids).contains("no. 0").doesNotContain("IllegalStateException: no. 1\n");
            assertThat(log.text()).hasSizeLessThan(20_000);

            clock.advance(Duration.ofMinutes(1));
            errors.log(new IllegalStateException("no. 50"));
            assertThat(log.text()).contains("no. 50");
        }
    }

    @Test
    void theLineOfARepeatedErrorSaysItsReasonOnOneLine() {
        try (CapturedLog log = new CapturedLog(ErrorLog.class.getName())) {
            for (String reason : List.of("first", "second\nand more", "x".repeat(10_000))) {
                errors.log(new RuntimeException("outer", new IllegalStateException(reason)));
            }

            List<String> lines = log.messages(Level.ERROR);
            assertThat(lines.get(1))
                    .contains("once more", "IllegalStateException at ")
                    .endsWith(": second and more");
            assertThat(lines.get(2)).contains(": xxx").hasSizeLessThan(1000);
        }
    }

    /** There are as many as places in the code; clients cannot make more. */
    @Test
    void aNewErrorHasItsStackTraceHoweverManyThereWere() {
        try (CapturedLog log = new CapturedLog(ErrorLog.class.getName())) {
            for (int i = 0; i < 100; i++) {
                Exception error = new IllegalStateException("no. " + i);
                error.setStackTrace(
                        new StackTraceElement[] {new StackTraceElement("io.graphtracker.Some", "method" + i, null, i)});
                errors.log(error);
            }

            assertThat(log.messages(Level.ERROR)).hasSize(100).noneMatch(line -> line.contains("once more"));
        }
    }

    /** Every click and every page load tries again. */
    @Test
    void whatTheDatabaseCannotDoIsToldOnceAMinuteForEachReason() {
        try (CapturedLog log = new CapturedLog(ErrorLog.class.getName())) {
            for (int i = 0; i < 100; i++) {
                errors.log(DatabaseFault.LOCKED, new RuntimeException(new SQLException("database is locked")));
                errors.log(DatabaseFault.BUSY, new SQLException("timed out after " + (250 + i) + " ms"));
                errors.log(DatabaseFault.FULL, new SQLException("disk is full"));
            }
            assertThat(log.messages(Level.WARN))
                    .containsExactly(
                            "The database could not do what it was asked (locked): database is locked",
                            "The database could not do what it was asked (busy): timed out after 250 ms",
                            "The database could not do what it was asked (full): disk is full");

            clock.advance(Duration.ofMinutes(1));
            errors.log(DatabaseFault.FULL, new SQLException("disk is full"));

            assertThat(log.messages(Level.WARN).getLast())
                    .isEqualTo(
                            "The database could not do what it was asked (full, and 297 more since the last such line):"
                                    + " disk is full");
        }
    }
}
