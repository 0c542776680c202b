package io.graphtracker.environment;

import java.util.UUID;

/**
 * Ids by which people find an unexpected error in the server log: they are shown the id, and the log has it with the
 * error.
 */
public final class ErrorId {

    /** Short enough to be read out, and long enough to be found in a log. */
    private static final int LENGTH = 8;

    private ErrorId() {}

    /** A new id, in hexadecimal. */
    public static String next() {
        return UUID.randomUUID().toString().substring(0, LENGTH);
    }
}
