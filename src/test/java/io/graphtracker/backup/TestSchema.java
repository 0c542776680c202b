package io.graphtracker.backup;

import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.database.SchemaVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The schema of {@link TestDatabase} as that of an application. */
final class TestSchema implements SchemaMigrations {

    static RestorabilityCheck check() {
        return new RestorabilityCheck(schemas());
    }

    static ExpectedSchemas schemas() {
        return new ExpectedSchemas(new TestSchema());
    }

    @Override
    public List<SchemaVersion> known() {
        return List.of(new SchemaVersion("1", null), new SchemaVersion("2", -5));
    }

    @Override
    public void migrate(Path file) {
        // there is no older one
    }

    @Override
    public Connection inMemory(SchemaVersion step) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        TestDatabase.execute(connection, TestDatabase.SCHEMA);
        return connection;
    }
}
