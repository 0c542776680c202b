package io.graphtracker.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.graphtracker.testing.SettableClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {

    private final SettableClock clock = new SettableClock();
    private final RateLimitedLog limit = new RateLimitedLog(clock, 3);

    @Test
    void tellsEachDifferentThingOnce() {
        assertThat(limit.admit("a")).contains(0L);
        assertThat(limit.admit("a")).isEmpty();
        assertThat(limit.admit("b")).contains(1L);
        assertThat(limit.admit("b")).isEmpty();
    }

    @Test
    void tellsOfTheRestOnceAMinuteAndCountsThem() {
        limit.admit("a");
        for (int i = 0; i < 10; i++) {
            assertThat(limit.admit("a")).isEmpty();
        }
        clock.advance(Duration.ofSeconds(59));
        assertThat(limit.admit("a")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limit.admit("a")).contains(11L);
        assertThat(limit.admit("a")).isEmpty();
    }

    @Test
    void whoInventsEverNewThingsGetsNoMoreLines() {
        int lines = 0;
        for (int i = 0; i < 1000; i++) {
            lines += limit.admit("host" + i).isPresent() ? 1 : 0;
        }
        assertThat(lines).isEqualTo(3);
    }

    @Test
    void anErrorIsToldFromOthersByItsFirstCauseAndItsPlace() {
        RuntimeException cause = new IllegalStateException("different each time");

        assertThat(RateLimitedLog.placeOf(new RuntimeException(cause)))
                .startsWith("java.lang.IllegalStateException at ")
                .contains("RateLimitedLogTest")
                .doesNotContain("different");
    }

    /** All errors of SQLite are created in the same line of its driver. */
    @Test
    void anErrorOfALibraryHasThePlaceInOurCodeThatItCameThrough() {
        String here = RateLimitedLog.placeOf(catchThrowable(() -> ask("select")));
        String there = RateLimitedLog.placeOf(catchThrowable(() -> ask("what")));

        assertThat(here).startsWith("org.sqlite.SQLiteException at ").contains("RateLimitedLogTest.ask(");
        assertThat(RateLimitedLog.placeOf(new RuntimeException(catchThrowable(this::askElsewhere))))
                .contains("RateLimitedLogTest.askElsewhere")
                .isNotEqualTo(here);
        assertThat(there).isEqualTo(here);
    }

    @Test
    void anErrorOfAnotherThreadHasThePlaceThatWaitedForIt() {
        CompletableFuture<Integer> work = CompletableFuture.completedFuture("x").thenApplyAsync(Integer::valueOf);

        assertThat(RateLimitedLog.placeOf(catchThrowable(work::get)))
                .startsWith("java.lang.NumberFormatException at ")
                .contains("RateLimitedLogTest");
    }

    private static void ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void askElsewhere() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("drop table missing");
        }
    }
}
