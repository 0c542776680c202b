package io.graphtracker.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.database.sqlite.SqliteUri;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class SqliteMigrationsTest {

    @TempDir
    Path folder;

    private final SqliteMigrations migrations = new SqliteMigrations();

    @Test
    void theStepsAreThoseTheApplicationTakesAtItsStart() throws IOException {
        Properties properties = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));

        assertThat(properties.getProperty("spring.flyway.locations").replace("{vendor}", "sqlite"))
                .isEqualTo(String.join(",", SqliteMigrations.LOCATIONS));
        assertThat(migrations.known())
                .extracting(SchemaVersion::version)
                .startsWith("1", "2")
                .isSorted();
    }

    @Test
    void aFileIsBroughtToTheNewestStep() throws SQLException {
        Path file = folder.resolve("a copy #1.sqlite");

        migrations.migrate(file);

        assertThat(history(file)).isEqualTo(migrations.known());
    }

    @Test
    void whatIsNewAlreadyStaysAsItIs() throws SQLException {
        Path file = folder.resolve("copy.sqlite");
        migrations.migrate(file);

        migrations.migrate(file);

        assertThat(history(file)).isEqualTo(migrations.known());
    }

    private static List<SchemaVersion> history(Path file) throws SQLException {
        List<SchemaVersion> history = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + SqliteUri.of(file));
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select version, checksum from flyway_schema_history order by installed_rank")) {
            while (row.next()) {
                history.add(new SchemaVersion(row.getString(1), row.getInt(2)));
            }
        }
        return history;
    }
}
