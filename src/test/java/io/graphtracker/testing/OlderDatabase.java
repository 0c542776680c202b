package io.graphtracker.testing;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Databases as earlier and later versions of the application left them, in WAL mode and closed. */
public final class OlderDatabase {

    private static final String PROJECT = "insert into project (id, name, archived, created_at, updated_at)"
            + " values ('p', 'Old plan', false, 1, 1)";

    private OlderDatabase() {}

    /** Creates one that holds a project. */
    public static Path create(Path file, String version) throws IOException, SQLException {
        return execute(createEmpty(file, version), PROJECT);
    }

    /** Creates one without rows. */
    public static Path createEmpty(Path file, String version) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        execute(file, "pragma journal_mode = wal");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:db/migration/common", "classpath:db/migration/sqlite", "classpath:db/later")
                .target(version)
                .load()
                .migrate();
        return file;
    }

    /** The version of the schema that this version of the application has. */
    public static String latest() {
        return Arrays.stream(Flyway.configure()
                        .dataSource("jdbc:sqlite::memory:", null, null)
                        .locations("classpath:db/migration/common", "classpath:db/migration/sqlite")
                        .load()
                        .info()
                        .all())
                .reduce((one, next) -> next)
                .orElseThrow()
                .getVersion()
                .getVersion();
    }

    /** The version of the schema of a database. */
    public static @Nullable String schemaOf(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return SchemaFingerprint.read(connection).schemaVersion();
        }
    }

    /** Executes a statement on a closed database. */
    public static Path execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return file;
    }
}
