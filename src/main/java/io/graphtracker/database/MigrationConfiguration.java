package io.graphtracker.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates the live database at the start, and says so. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MigrationConfiguration.class);

    /** A backup of a SQLite database was made before it was opened, see {@link DatabasePreflight#beforeMigration}. */
    @Bean
    FlywayMigrationStrategy migrationStrategy(DatabaseUrl database) {
        return flyway -> {
            if (database instanceof DatabaseUrl.Postgresql) {
                announce(flyway);
            }
            flyway.migrate();
        };
    }

    private static void announce(Flyway flyway) {
        MigrationInfo current = flyway.info().current();
        MigrationInfo[] pending = flyway.info().pending();
        if (current != null && pending.length > 0) {
            log.info(
                    "This version migrates the PostgreSQL database from schema {} to {}. Graph Tracker makes no backup of"
                            + " it: to go back, use your own",
                    current.getVersion(),
                    pending[pending.length - 1].getVersion());
        }
    }
}
