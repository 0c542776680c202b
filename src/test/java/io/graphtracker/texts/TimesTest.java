package io.graphtracker.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final ZonedDateTime EVENING = ZonedDateTime.parse("2026-11-02T21:30:05.999+01:00[Europe/Berlin]");

    @Test
    void writesTimesInTheirOwnZoneWithoutRounding() {
        assertThat(Times.time(EVENING)).isEqualTo("21:30:05");
        assertThat(Times.toTheMinute(EVENING)).isEqualTo("2 Nov 2026, 21:30");
        assertThat(Times.toTheSecond(EVENING)).isEqualTo("2 Nov 2026, 21:30:05");
    }
}
