package io.graphtracker.environment;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.graphtracker.environment.DatabaseUrl.Postgresql;
import io.graphtracker.environment.DatabaseUrl.Sqlite;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data source: a gate before a small pool of connections to the database that {@code DATABASE_URL} names. */
@Configuration(proxyBeanMethods = false)
class DataSourceConfiguration {

    /** A planner's transactions take milliseconds, and SQLite has one writer at a time. */
    private static final int POOL_SIZE = 5;

    /** How long a request waits while the database file is exchanged, which takes milliseconds if all goes well. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Bean
    DatabaseUrl databaseUrl(DatabaseSettings settings) {
        return settings.url();
    }

    @Bean
    GatedDataSource dataSource(DatabaseUrl url) {
        return new GatedDataSource(() -> open(url), GRACE);
    }

    private static HikariDataSource open(DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setMaximumPoolSize(POOL_SIZE);
        switch (url) {
            case Sqlite sqlite -> {
                DatabaseFolder.prepare(sqlite.file());
                config.setDataSource(new SqliteDataSource(sqlite.file()));
            }
            case Postgresql postgresql -> {
                config.setDriverClassName("org.postgresql.Driver");
                config.setJdbcUrl(postgresql.jdbcUrl());
                config.setUsername(postgresql.user());
                // an empty password is for the driver a password, an absent one lets it look elsewhere
                config.setPassword(postgresql.password().isEmpty() ? null : postgresql.password());
            }
        }
        return new HikariDataSource(config);
    }
}
