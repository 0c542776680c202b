package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RefusalLogTest {

    private final SettableClock clock = new SettableClock();
    private final RefusalLog log = new RefusalLog(clock);

    @Test
    void eachKindAndHostIsToldOnceAndThenOnceAMinute() {
        Failure host = new Failure(HttpStatus.FORBIDDEN, "host_not_allowed", "Wrong host.", "Set it.");
        Failure site = new Failure(HttpStatus.FORBIDDEN, "cross_site_request", "Wrong site.", "Open it.");
        try (CapturedLog captured = new CapturedLog(RefusalLog.class.getName())) {
            for (int i = 0; i < 100; i++) {
                log.refused(host, "plans.example.org", "192.0.2.1");
                log.refused(host, "other.example", "192.0.2.1");
                log.refused(site, "plans.example.org", "192.0.2.1");
            }
            assertThat(captured.messages(Level.WARN))
                    .containsExactly(
                            "Refused a request for plans.example.org from 192.0.2.1 (host_not_allowed): Wrong host."
                                    + " Set it.",
                            "Refused a request for other.example from 192.0.2.1 (host_not_allowed): Wrong host. Set"
                                    + " it.",
                            "Refused a request for plans.example.org from 192.0.2.1 (cross_site_request): Wrong"
                                    + " site. Open it.");

            clock.advance(Duration.ofMinutes(1));
            log.refused(host, "other.example", "192.0.2.2");

            assertThat(captured.messages(Level.WARN).getLast())
                    .isEqualTo("Refused a request for other.example from 192.0.2.2"
                            + " (host_not_allowed, and 198 more since the last such line): Wrong host. Set it.");
        }
    }
}
