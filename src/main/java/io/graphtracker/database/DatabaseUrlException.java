package io.graphtracker.database;

import io.graphtracker.environment.StartupException;

/**
 * {@code DATABASE_URL} is invalid. The message never contains the value, which may contain a password; for the same
 * reason there is no cause, whose message might.
 */
public class DatabaseUrlException extends StartupException {

    /** The valid forms, as advice. */
    static final String FORMS = """
            Set DATABASE_URL to one of these forms, or leave it out to use instance/graph_tracker.db:
              sqlite:///relative/path.db
              sqlite:////absolute/path.db
              sqlite:///C:/path.db
              jdbc:sqlite:path.db
              postgresql://user:password@host:port/name""";

    private static final long serialVersionUID = 1L;

    DatabaseUrlException(String problem) {
        super("DATABASE_URL " + problem, FORMS);
    }
}
