package io.graphtracker.backup.restore;

import io.graphtracker.environment.SchemaMigrations;
import io.graphtracker.environment.SchemaVersion;
import io.graphtracker.environment.SqliteUri;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Primary;
import org.sqlite.SQLiteDataSource;

/** The schema that some later version could have: one step more. */
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

    private static Flyway flyway(String name) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + name);
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/sqlite", "classpath:db/later")
                .load();
    }
}
