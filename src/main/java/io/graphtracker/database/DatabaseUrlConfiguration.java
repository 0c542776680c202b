package io.graphtracker.database;

import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.ProjectRoot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the database in use, which need not be opened for that. */
@Configuration(proxyBeanMethods = false)
class DatabaseUrlConfiguration {

    /**
     * The database to use, read once, when the application starts.
     *
     * @throws io.graphtracker.environment.EnvFileException if the line of {@code .env} that sets it is malformed
     * @throws DatabaseUrlException if it cannot be understood
     */
    @Bean
    DatabaseUrl databaseUrl(EnvironmentVariables variables, ProjectRoot root) {
        return DatabaseUrl.parse(variables.readAtStart(DatabaseUrl.VARIABLE).orElse(null), root);
    }
}
