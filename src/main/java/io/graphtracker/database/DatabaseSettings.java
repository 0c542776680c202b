package io.graphtracker.database;

import io.graphtracker.environment.EnvFileException;
import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.ProjectRoot;
import org.springframework.stereotype.Component;

/** Which database to use; read once, when the application starts. */
@Component
class DatabaseSettings {

    private final ProjectRoot root;
    private final EnvironmentVariables variables;

    DatabaseSettings(ProjectRoot root, EnvironmentVariables variables) {
        this.root = root;
        this.variables = variables;
    }

    /**
     * The database that {@code DATABASE_URL} names, or the default.
     *
     * @throws EnvFileException if the line of {@code .env} that sets it is malformed
     * @throws DatabaseUrlException if it cannot be understood
     */
    DatabaseUrl url() {
        return DatabaseUrl.parse(variables.readAtStart(DatabaseUrl.VARIABLE).orElse(null), root);
    }
}
