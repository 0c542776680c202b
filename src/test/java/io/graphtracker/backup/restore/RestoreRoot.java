package io.graphtracker.backup.restore;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupService;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.testing.PlainContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A project root with a database of the real schema, whose projects have nothing but a name. */
final class RestoreRoot {

    private static final String INSERT =
            "insert into project (id, name, archived, created_at, updated_at) values ('%1$s', '%1$s', 0, 0, %2$d)";

    private final Path path;

    private RestoreRoot(Path path) {
        this.path = path;
    }

    /** Creates a root with these projects. */
    static RestoreRoot create(Path path, String... projects) throws SQLException {
        try {
            Files.createDirectories(path.resolve("instance"));
            Files.writeString(path.resolve(".env"), "BACKUPS_DIR=backups\n");
            RestoreRoot root = new RestoreRoot(path);
            Files.write(root.database(), Migrated.DATABASE);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database())) {
                add(connection, projects);
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An existing root. */
    static RestoreRoot at(Path path) {
        return new RestoreRoot(path);
    }

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve("instance/graph_tracker.db");
    }

    Path backups() {
        return path.resolve("backups");
    }

    DatabaseFiles files() {
        return new DatabaseFiles(database());
    }

    /** Starts the application without its pages, with a bean that counts projects. */
    AnnotationConfigApplicationContext start(Class<?>... more) {
        return PlainContext.start(
                path, Stream.concat(Stream.of(Projects.class), Stream.of(more)).toArray(Class<?>[]::new));
    }

    static Backup backUp(AnnotationConfigApplicationContext context) {
        return context.getBean(BackupService.class).backUp("local");
    }

    static void add(AnnotationConfigApplicationContext context, String... projects) throws SQLException {
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            add(connection, projects);
        }
    }

    static void delete(AnnotationConfigApplicationContext context, String project) throws SQLException {
        execute(context, "delete from project where id = '" + project + "'");
    }

    static void execute(AnnotationConfigApplicationContext context, String sql) throws SQLException {
        try (Connection connection = context.getBean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void add(Connection connection, String... projects) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String project : projects) {
                statement.execute(INSERT.formatted(project, 1));
            }
        }
    }

    /** The projects, as the application reads them. */
    static List<String> projects(AnnotationConfigApplicationContext context) throws SQLException {
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            return projects(connection);
        }
    }

    /** The projects in a file that no process has open. */
    static List<String> projects(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return projects(connection);
        }
    }

    static List<String> projects(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name from project order by name")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /**
     * The names of the files in the database's folder, except the audit log, the locks, and the note of the last
     * restore, which are never deleted.
     */
    List<String> namesBesideDatabase() throws IOException {
        return namesIn(database().getParent());
    }

    static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("operations.db")
                            && !name.endsWith(".restore-lock")
                            && !name.endsWith(".restore-drill-lock")
                            && !name.endsWith(".last-restore"))
                    .sorted()
                    .toList();
        }
    }

    /** Counts and lists projects, as the application's own bean does. */
    static final class Projects implements DatabaseContents {

        @Override
        public SequencedMap<String, Long> counts(Connection connection) throws SQLException {
            SequencedMap<String, Long> counts = new LinkedHashMap<>();
            counts.put("projects", (long) projects(connection).size());
            return counts;
        }

        @Override
        public Items items(Connection connection) throws SQLException {
            return Items.of(connection, "select id, name, updated_at from project order by id");
        }
    }

    /** An empty database of the real schema, made once. */
    private static final class Migrated {

        private static final byte[] DATABASE = migrate();

        private static byte[] migrate() {
            try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
                context.scan("io.graphtracker.environment", "io.graphtracker.database");
                context.refresh();
                Path file = Files.createTempFile("migrated", ".db");
                context.getBean(SchemaMigrations.class).migrate(file);
                byte[] database = Files.readAllBytes(file);
                Files.delete(file);
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
