package io.graphtracker.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The schema of this application, for SQLite files other than the live database. */
public interface SchemaMigrations {

    /** All versions of the schema, in their order. */
    List<SchemaVersion> known();

    /**
     * Migrates a database file to the newest version. It must not be open elsewhere.
     *
     * @throws RuntimeException if a migration fails; the file is unusable then
     */
    void migrate(Path file);

    /**
     * Creates an empty database in memory with the schema of a version. The caller must close it.
     *
     * @param step one of the {@link #known} versions
     */
    Connection inMemory(SchemaVersion step) throws SQLException;
}
