package io.graphtracker.database;

import java.sql.SQLTransientConnectionException;

/** The database is closed for a while, since its file is exchanged, and nothing was done; the same may be tried again soon. */
public class DatabaseClosedException extends SQLTransientConnectionException {

    private static final long serialVersionUID = 1L;

    DatabaseClosedException(String message) {
        super(message);
    }
}
