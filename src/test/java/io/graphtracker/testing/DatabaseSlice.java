package io.graphtracker.testing;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The application without its pages: Vaadin needs a web context, a database does not. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class
})
@EntityScan("io.graphtracker")
@EnableJpaRepositories("io.graphtracker")
@ComponentScan(
        basePackages = {
            "io.graphtracker.environment",
            "io.graphtracker.database",
            "io.graphtracker.preferences",
            "io.graphtracker.project",
            "io.graphtracker.texts",
            "io.graphtracker.user"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.graphtracker\\..+\\.ui\\..+"))
public class DatabaseSlice {

    @Bean
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }
}
