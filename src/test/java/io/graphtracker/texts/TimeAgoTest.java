package io.graphtracker.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAgoTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT-5M, just now",
        "PT59S, just now",
        "PT60S, 1 minute ago",
        "PT59M59S, 59 minutes ago",
        "PT1H, 1 hour ago",
        "PT23H59M, 23 hours ago",
        "P1D, 1 day ago",
        "P29D, 29 days ago",
        "P30D, 1 month ago",
        "P364D, 12 months ago",
        "P400D, 1 year ago",
        "P800D, 2 years ago"
    })
    void theLargestUnitThatFitsIsTold(Duration since, String told) {
        assertThat(TimeAgo.of(NOW.minus(since), NOW, new Texts())).isEqualTo(told);
    }
}
