package io.graphtracker.database;

import io.graphtracker.environment.StartupException;
import java.nio.file.Path;

/** Work on the database's file that has to be done before anybody opens it; contributed by a feature as a Spring bean. */
public interface DatabasePreflight {

    /**
     * Does it, at the start of the application.
     *
     * @param file the SQLite database, which need not exist
     * @throws StartupException if the database must not be opened as it is
     */
    void prepare(Path file);

    /**
     * Whether it may be opened as it is now; asked each time the pool is opened, also under the running application.
     *
     * @param file the SQLite database
     */
    default boolean mayBeOpened(Path file) {
        return true;
    }
}
