package io.graphtracker.backup.restore;

import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.database.SchemaVersion;
import io.graphtracker.database.sqlite.SqliteUri;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteDataSource;

/** The schema of a later version: one migration more. */
@Primary
class LaterVersion implements SchemaMigrations {

    @Override
    public List<SchemaVersion> known() {
        return Arrays.stream(flyway(":memory:").info().all())
                .map(step -> new SchemaVersion(step.getVersion().getVersion(), step.getChecksum()))
                .toList();
    }

    @Override
    public void migrate(Path file) {
        flyway(SqliteUri.of(file)).migrate();
    }

    @Override
    public Connection inMemory(SchemaVersion step) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        configuration(new SingleConnectionDataSource(connection, true))
                .target(step.version())
                .load()
                .migrate();
        return connection;
    }

    private static Flyway flyway(String name) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + name);
        return configuration(dataSource).load();
    }

    private static FluentConfiguration configuration(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/sqlite", "classpath:db/later");
    }
}
