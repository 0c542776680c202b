package io.graphtracker.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The schema this application works with, for those who deal with SQLite files that are not the live database. */
public interface SchemaMigrations {

    /** All steps of the schema, in their order. */
    List<SchemaVersion> known();

    /**
     * Brings a database file to the newest step. Nobody else may have it open.
     *
     * @throws RuntimeException if a step fails; the file is then of no use
     */
    void migrate(Path file);

    /**
     * A new, empty database in memory that has the schema as some step made it. Whoever asks closes it.
     *
     * @param step one of those {@link #known}
     */
    Connection inMemory(SchemaVersion step) throws SQLException;
}
