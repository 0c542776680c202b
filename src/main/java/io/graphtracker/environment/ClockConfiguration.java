package io.graphtracker.environment;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the clock. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The clock in the time zone of the server; tests replace it. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }
}
