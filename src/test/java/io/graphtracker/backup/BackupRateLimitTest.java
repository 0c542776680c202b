package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupRateLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final BackupRateLimit limit = new BackupRateLimit(clock, 2);

    @BeforeEach
    void set() {
        clock.set(NOW);
    }

    @Test
    void someAreMadeAtOnceAndTheNextHasToWait() {
        make();
        clock.advance(Duration.ofMillis(1500));
        make();

        TooManyBackupsException reason = refused();

        assertThat(reason.problem()).isEqualTo(BackupProblem.TOO_MANY_BACKUPS);
        assertThat(reason.arguments()).containsExactly(2, clock.instant().atZone(ZoneOffset.UTC), 59);
        assertThat(reason.retryAfterSeconds()).isEqualTo(59);
    }

    @Test
    void afterTheTimeThatIsToldTheNextIsMade() {
        make();
        clock.advance(Duration.ofSeconds(20));
        make();

        clock.advance(Duration.ofSeconds(refused().retryAfterSeconds()));
        make();

        assertThat(refused().retryAfterSeconds()).isEqualTo(20);
    }

    @Test
    void whatWasAskedForAndNotMadeDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            assertThatNoException().isThrownBy(limit::requireAllowed);
        }
    }

    @Test
    void aClockThatWasWrongStopsNobody() {
        clock.advance(Duration.ofDays(3650));
        make();
        make();
        clock.set(NOW);

        assertThatNoException().isThrownBy(limit::requireAllowed);
    }

    private void make() {
        limit.requireAllowed();
        limit.record();
    }

    private TooManyBackupsException refused() {
        return catchThrowableOfType(TooManyBackupsException.class, limit::requireAllowed);
    }
}
