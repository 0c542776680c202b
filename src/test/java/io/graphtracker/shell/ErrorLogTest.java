package io.graphtracker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.SettableClock;
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

            assertThat(log.text()).contains(ids).contains("no. 0").doesNotContain("no. 1\n");
            assertThat(log.text()).hasSizeLessThan(20_000);

            clock.advance(Duration.ofMinutes(1));
            errors.log(new IllegalStateException("no. 50"));
            assertThat(log.text()).contains("no. 50");
        }
    }
}
