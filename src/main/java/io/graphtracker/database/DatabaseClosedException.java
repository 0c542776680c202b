package io.graphtracker.database;

import java.sql.SQLTransientConnectionException;

/**
 * The database is closed for a moment, because its file is being replaced. Nothing was done; a retry will succeed
 * soon.
 */
public class DatabaseClosedException extends SQLTransientConnectionException {

    private static final long serialVersionUID = 1L;

    DatabaseClosedException(String message) {
        super(message);
    }
}
