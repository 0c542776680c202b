package io.graphtracker.database;

import io.graphtracker.environment.StartupException;

/**
 * {@code DATABASE_URL} cannot be understood. The message never repeats the value, which may hold a password; for the same
 * reason there is never a cause, whose message might.
 */
public class DatabaseUrlException extends StartupException {

    /** The forms there are, for a person to choose from. */
    static final String FORMS =
            "Set DATABASE_URL to one of these forms, or leave it out to use instance/graph_tracker.db:\n"
                    + "  sqlite:///relative/path.db\n"
                    + "  sqlite:////absolute/path.db\n"
                    + "  sqlite:///C:/path.db\n"
                    + "  jdbc:sqlite:path.db\n"
                    + "  postgresql://user:password@host:port/name";

    private static final long serialVersionUID = 1L;

    DatabaseUrlException(String problem) {
        super("DATABASE_URL " + problem, FORMS);
    }
}
