package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitedLogTest {

    private final SettableClock clock = new SettableClock();
    private final LimitedLog limit = new LimitedLog(clock, 3);

    @Test
    void tellsEachDifferentThingOnce() {
        assertThat(limit.tell("a")).contains(0L);
        assertThat(limit.tell("a")).isEmpty();
        assertThat(limit.tell("b")).contains(1L);
        assertThat(limit.tell("b")).isEmpty();
    }

    @Test
    void tellsOfTheRestOnceAMinuteAndCountsThem() {
        limit.tell("a");
        for (int i = 0; i < 10; i++) {
            assertThat(limit.tell("a")).isEmpty();
        }
        clock.advance(Duration.ofSeconds(59));
        assertThat(limit.tell("a")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limit.tell("a")).contains(11L);
        assertThat(limit.tell("a")).isEmpty();
    }

    @Test
    void whoInventsEverNewThingsGetsNoMoreLines() {
        int lines = 0;
        for (int i = 0; i < 1000; i++) {
            lines += limit.tell("host" + i).isPresent() ? 1 : 0;
        }
        assertThat(lines).isEqualTo(3);
    }

    @Test
    void anErrorIsToldFromOthersByItsFirstCauseAndItsPlace() {
        RuntimeException cause = new IllegalStateException("different each time");

        assertThat(LimitedLog.placeOf(new RuntimeException(cause)))
                .startsWith("java.lang.IllegalStateException at ")
                .contains("LimitedLogTest")
                .doesNotContain("different");
    }
}
