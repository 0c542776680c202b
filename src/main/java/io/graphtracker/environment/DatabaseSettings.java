package io.graphtracker.environment;

import org.springframework.stereotype.Component;

/** Which database to use; read once, when the application starts. */
@Component
class DatabaseSettings {

    private final ProjectRoot root;
    private final ProcessEnvironment environment;

    DatabaseSettings(ProjectRoot root, ProcessEnvironment environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * The database that {@code DATABASE_URL} names, or the default.
     *
     * @throws DatabaseUrlException if it cannot be understood
     */
    DatabaseUrl url() {
        return DatabaseUrl.parse(environment.find(DatabaseUrl.VARIABLE).orElse(null), root);
    }
}
