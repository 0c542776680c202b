package io.graphtracker.shell;

import io.graphtracker.environment.DatabaseClosedException;
import java.util.stream.Stream;

/** Tells an error that only means "in a moment" from one that nobody foresaw. */
final class DatabaseClosed {

    private DatabaseClosed() {}

    /** Whether something failed only because the database is closed for a moment. */
    static boolean isCauseOf(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(DatabaseClosedException.class::isInstance);
    }
}
