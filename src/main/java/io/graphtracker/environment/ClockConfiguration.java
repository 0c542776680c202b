package io.graphtracker.environment;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the time comes from. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The time, in the zone of the server; tests replace it. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
