package io.graphtracker.database;

import java.time.Duration;

/** The database could not be closed, because it was in use for too long. It stays open. */
public class GateTimeoutException extends Exception {

    private static final long serialVersionUID = 1L;

    GateTimeoutException(Duration patience) {
        super("The database was still in use after " + patience.toMillis() + " ms, so it stayed open.");
    }
}
