package io.graphtracker.database;

import io.graphtracker.environment.StartupException;
import java.nio.file.Path;

/** Work on the database file before it is opened, contributed by a feature as a Spring bean. */
public interface DatabasePreflight {

    /**
     * Prepares the file, once at startup.
     *
     * @param file the SQLite database, which need not exist
     * @throws StartupException if the database must not be opened in its present state
     */
    void prepare(Path file);

    /**
     * Whether the file may be opened in its present state; called each time a pool is opened.
     *
     * @param file the SQLite database
     */
    default boolean mayBeOpened(Path file) {
        return true;
    }
}
