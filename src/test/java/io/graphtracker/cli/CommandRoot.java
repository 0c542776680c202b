package io.graphtracker.cli;

import ch.qos.logback.classic.LoggerContext;
import io.graphtracker.database.SchemaMigrations;
import io.graphtracker.testing.FileTree;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A project root on which commands run in this process, as on a machine of their own. */
final class CommandRoot {

    private static final String INSERT =
            "insert into project (id, name, archived, created_at, updated_at)" + " values ('%1$s', '%1$s', 0, 0, 1)";

    private final Path path;
    private Consumer<AnnotationConfigApplicationContext> more = context -> {};
    private String typed = "";
    private boolean seen;

    private CommandRoot(Path path) {
        this.path = path;
    }

    /** A new machine: there are settings, and nothing else. */
    static CommandRoot empty(Path path) throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve(".env"), "BACKUPS_DIR=backups\n");
        return new CommandRoot(path);
    }

    /** A root with a database of the real schema, whose projects have nothing but a name. */
    static CommandRoot create(Path path, String... projects) throws IOException, SQLException {
        CommandRoot root = empty(path);
        Files.createDirectories(root.database().getParent());
        Files.write(root.database(), Migrated.DATABASE);
        root.add(projects);
        return root;
    }

    /** What a command did. */
    record Run(int exitCode, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** Adds beans and listeners to the commands that follow. */
    CommandRoot with(Consumer<AnnotationConfigApplicationContext> additions) {
        more = additions;
        return this;
    }

    /** Has the commands that follow run on a terminal, where somebody types this. */
    CommandRoot onTerminal(String answer) {
        seen = true;
        typed = answer;
        return this;
    }

    /** Runs a command. */
    Run run(String... arguments) {
        return run(new Interruption(), arguments);
    }

    Run run(Interruption interruption, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Invocation invocation = invocation(
                new Terminal(
                        new BufferedReader(new StringReader(typed)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        () -> false,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        seen,
                        seen,
                        seen,
                        true),
                interruption);
        int exitCode = new CommandLineInterface(invocation).execute(arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a command runs with here, on these streams. */
    Invocation invocation(Terminal terminal, Interruption interruption) {
        // loggers of its own: those of the tests stay as they are
        return new Invocation(
                terminal, interruption, new LoggerContext(), Map.of("GRAPH_TRACKER_HOME", path.toString()), more);
    }

    /** The beans of commands. */
    AnnotationConfigApplicationContext context() {
        Terminal nobody = new Terminal(
                new BufferedReader(new StringReader("")),
                System.out,
                () -> false,
                System.err,
                false,
                false,
                false,
                false);
        return CommandContext.start(invocation(nobody, new Interruption()));
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

    /** Makes a backup, and returns its file. */
    Path backUp() {
        Run run = run("backup", "--json");
        if (run.exitCode() != 0) {
            throw new IllegalStateException(run.err());
        }
        return Path.of(run.json().get("path").asString());
    }

    void add(String... projects) throws SQLException {
        for (String project : projects) {
            execute(INSERT.formatted(project));
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The names of the projects, from a file that no process has open. */
    List<String> projects() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name from project order by name")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    /** The names in a folder, but for what is never deleted: locks, the audit log, and the note of the last restore. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("lock")
                            && !name.startsWith("operations.db")
                            && !name.endsWith(".last-restore"))
                    .sorted()
                    .toList();
        }
    }

    /** The same root, as it is now, in another place. */
    CommandRoot copyTo(Path other) throws IOException {
        FileTree.copy(path, other);
        return new CommandRoot(other);
    }

    /** An empty database of the real schema, made once. */
    private static final class Migrated {

        private static final byte[] DATABASE = migrate();

        private static byte[] migrate() {
            try {
                Path folder = Files.createTempDirectory("migrated");
                Path file = folder.resolve("migrated.db");
                try (AnnotationConfigApplicationContext context = new CommandRoot(folder).context()) {
                    context.getBean(SchemaMigrations.class).migrate(file);
                }
                byte[] database = Files.readAllBytes(file);
                Files.delete(file);
                Files.delete(folder);
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
