package io.graphtracker.database;

import io.graphtracker.environment.StartupException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Work on the database file before it is opened, contributed by a feature as a Spring bean. */
public interface DatabasePreflight {

    /**
     * Prepares the file, once at startup.
     *
     * @param file the SQLite database, which need not exist
     * @throws StartupException if the database must not be opened in its present state
     */
    default void prepare(Path file) {}

    /**
     * Prepares the contents for the migrations, once at startup. All files are in their places, and SQLite may open them;
     * nothing else of this process does yet.
     *
     * @param file the SQLite database, which need not exist
     * @throws StartupException if the database must not be migrated
     * @throws SQLException if it cannot be read, which is explained by the caller
     */
    default void beforeMigration(Path file) throws SQLException {}

    /**
     * Whether the file may be opened in its present state; called each time a pool is opened.
     *
     * @param file the SQLite database
     */
    default boolean mayBeOpened(Path file) {
        return true;
    }
}
