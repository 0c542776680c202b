package io.graphtracker.database;

import io.graphtracker.database.sqlite.SqliteUri;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.sqlite.SQLiteDataSource;

/** The migrations on the class path, which Flyway also applies to the live database at startup. */
@Component
class SqliteMigrations implements SchemaMigrations {

    /** The same as {@code spring.flyway.locations} for SQLite; a test compares them. */
    static final String[] LOCATIONS = {"classpath:db/migration/common", "classpath:db/migration/sqlite"};

    @Override
    public List<SchemaVersion> known() {
        // in an empty database in memory, all migrations are pending
        return Arrays.stream(flyway(dataSource(":memory:")).info().all())
                // a repeatable migration has no version
                .filter(MigrationInfo::isVersioned)
                .map(migration -> new SchemaVersion(migration.getVersion().getVersion(), migration.getChecksum()))
                .toList();
    }

    @Override
    public void migrate(Path file) {
        flyway(dataSource(SqliteUri.of(file))).migrate();
    }

    @Override
    public Connection inMemory(SchemaVersion step) throws SQLException {
        Connection connection = dataSource(":memory:").getConnection();
        try {
            // a second connection would open another database in memory
            configuration(new SingleConnectionDataSource(connection, true))
                    .target(step.version())
                    .load()
                    .migrate();
            return connection;
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    private static Flyway flyway(DataSource dataSource) {
        return configuration(dataSource).load();
    }

    private static FluentConfiguration configuration(DataSource dataSource) {
        return Flyway.configure().dataSource(dataSource).locations(LOCATIONS);
    }

    private static DataSource dataSource(String name) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + name);
        return dataSource;
    }
}
