package io.graphtracker.testing;

import io.graphtracker.database.sqlite.DatabaseTimeouts;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives up on what keeps the database sooner than people would want, for tests in which something keeps it. */
@TestConfiguration(proxyBeanMethods = false)
public class ImpatientDatabase {

    @Bean
    DatabaseTimeouts databaseTimeouts() {
        return new DatabaseTimeouts(
                Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
