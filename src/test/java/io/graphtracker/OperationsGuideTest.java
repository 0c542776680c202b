package io.graphtracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.OperationsGuide.Result;
import io.graphtracker.testing.InstalledCommands;
import io.graphtracker.testing.OlderDatabase;
import io.graphtracker.testing.OwnServer;
import io.graphtracker.testing.Thorough;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does to a real installation what docs/operations.md tells its administrator, command by command. */
@DisabledOnOs(OS.WINDOWS)
@Thorough
class OperationsGuideTest {

    private static final String COMMAND_LINE = "The command line";
    private static final String CHECK = "Check a backup by hand";
    private static final String RESTORE = "Restore a backup by hand";
    private static final String ROLL_BACK = "Roll back";
    private static final String SCHEDULE = "Backups by schedule";
    private static final String WATCH = "Watching and cancelling";
    private static final String MONITORING = "Monitoring";
    private static final String HTTP = "The HTTP interface";
    private static final String DOWNLOAD = "Listing and downloading";

    @RegisterExtension
    static final InstalledCommands COMMANDS = InstalledCommands.of("sh", "curl", "sqlite3", "sha256sum");

    @TempDir
    Path folder;

    private OperationsGuide guide;
    private String url = "";

    @Test
    void itsCommandsDoWhatItSays() throws Exception {
        guide = OperationsGuide.read();
        Path home = Files.createDirectory(folder.resolve("the \"first\" home"));
        Path crashed = folder.resolve("after the crash");
        String backup;

        try (OwnServer server = start(home)) {
            JdbcTemplate database = server.bean(JdbcTemplate.class);
            addProject(database, "Kept");
            assertNoFolderIsSaid(home);
            Files.writeString(home.resolve(".env"), "BACKUPS_DIR=backups\n");

            backup = backUp(home);
            checkBackup(home, backup);
            watchAndCancel(home);
            monitor(home);
            listAndDownload(home, backup);
            backUpByCommand(home, backup);

            database.update("update project set name = 'Changed'");
            addProject(database, "Added");
            copyAsACrashWouldLeaveIt(home, crashed);

            operateOverHttp(home, backup, database);
        }
        assertThat(post(home, backup).exitStatus()).isEqualTo(7);

        restore(crashed, backup);
        assertProjects(crashed, "Kept");
        goBack(crashed, backup);
        assertProjects(crashed, "Added", "Changed");
        restoreByCommand(crashed, backup);

        upgradeAndRollBack(Files.createDirectory(folder.resolve("of the former version")));

        assertThat(guide.neverRun()).isEmpty();
    }

    /** The former version cannot be started here: its database is what it left. */
    private void upgradeAndRollBack(Path home) throws Exception {
        Path database = OlderDatabase.create(database(home), "4");
        Files.writeString(home.resolve(".env"), "BACKUPS_DIR=backups\n");
        byte[] before = Files.readAllBytes(database);
        try (OwnServer server = start(home)) {
            addProject(server.bean(JdbcTemplate.class), "New");
        }
        Path folder = home.resolve("backups");
        assertThat(OlderDatabase.schemaOf(database)).isEqualTo(OlderDatabase.latest());

        String backup = run(ROLL_BACK, 1, 1, home, folder.resolve("any.sqlite").toString())
                .strip();
        assertThat(files(folder)).contains(Path.of(backup));
        run(RESTORE, 1, 2, home, backup);

        assertThat(OlderDatabase.schemaOf(database)).isEqualTo("4");
        assertThat(Files.readAllBytes(database)).hasSameSizeAs(before);
        assertThat(files(home.resolve("instance")))
                .filteredOn(Files::isDirectory)
                .hasSize(1);
    }

    @Test
    void theLineForCronSendsTheSameRequest() throws IOException {
        String text = Files.readString(Path.of("docs/operations.md"));

        assertThat(text).contains("\ncurl --fail-with-body -sS -w '\\n' -X POST \"$URL/api/v1/settings/backup-db\"\n");
        assertThat(text)
                .contains("* curl --fail-with-body -sS -w '\\n' -X POST"
                        + " http://localhost:8080/api/v1/settings/backup-db >>");
    }

    private OwnServer start(Path home) {
        OwnServer server = OwnServer.start(home);
        url = "http://localhost:" + server.port();
        return server;
    }

    private void assertNoFolderIsSaid(Path home) throws Exception {
        Result refused = post(home, "");
        assertThat(refused.exitStatus()).isEqualTo(22);
        assertThat(refused.output()).contains("\"code\":\"env_file_missing\"");
    }

    private String backUp(Path home) throws Exception {
        Result made = post(home, "");
        assertThat(made.exitStatus()).as(made.output()).isZero();
        JsonNode answer = JsonMapper.shared().readTree(made.output());
        assertThat(answer.propertyNames())
                .containsExactly("ok", "path", "size_bytes", "created_at", "sha256", "duration_ms");
        return answer.get("path").asString();
    }

    private Result post(Path home, String backup) throws Exception {
        return guide.run(SCHEDULE, 1, 1, values(home, backup));
    }

    private void checkBackup(Path home, String backup) throws Exception {
        List<Path> before = files(Path.of(backup).getParent());

        assertThat(run(CHECK, 1, 1, home, backup)).isEqualTo(Path.of(backup).getFileName() + ": OK\n");
        assertThat(run(CHECK, 2, 2, home, backup)).isEqualTo("ok\n");
        String[] contents = run(CHECK, 3, 3, home, backup).split("(?=\\{)", 2);
        assertThat(contents[0]).isEqualTo("projects|1\nnodes|0\nedges|0\n");
        assertThat(JsonMapper.shared().readTree(contents[1]).get("contents").toString())
                .isEqualTo("{\"projects\":1,\"nodes\":0,\"edges\":0}");

        assertThat(files(Path.of(backup).getParent())).isEqualTo(before);
    }

    private void watchAndCancel(Path home) throws Exception {
        assertThat(run(WATCH, 1, 1, home, "")).contains("\"state\":\"idle\"", "\"last_result\":{\"ok\":true");
        assertThat(run(WATCH, 2, 2, home, "")).contains("\"code\":\"no_backup_running\"");
    }

    private void monitor(Path home) throws Exception {
        String answers = run(MONITORING, 1, 1, home, "");
        assertThat(answers).startsWith("{").contains("\"status\":\"UP\"");
        // every metric that the guide has, and no other
        String guideText = Files.readString(Path.of("docs/operations.md"));
        List<String> documented = Pattern.compile("\\| `(graphtracker_\\w+)` \\|")
                .matcher(guideText)
                .results()
                .map(found -> found.group(1))
                .toList();
        Set<String> answered = answers.lines()
                // the answers before end without a new line
                .map(line -> line.replaceFirst("^\\{.*}(?=graphtracker_)", ""))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .filter(name -> name.startsWith("graphtracker_"))
                .collect(Collectors.toSet());
        assertThat(answered).containsExactlyInAnyOrderElementsOf(documented);
    }

    private void listAndDownload(Path home, String backup) throws Exception {
        JsonNode list = JsonMapper.shared().readTree(run(DOWNLOAD, 1, 1, home, ""));
        assertThat(list.get("folder").asString())
                .isEqualTo(Path.of(backup).getParent().toString());
        assertThat(list.get("backups").get(0).get("path").asString()).isEqualTo(backup);
        assertThat(list.get("backups").get(0).get("state").asString()).isEqualTo("proven");

        Path downloaded = Path.of("/tmp/downloaded.sqlite");
        assertThat(run(DOWNLOAD, 2, 2, home, backup)).isEmpty();
        assertThat(downloaded).hasSameBinaryContentAs(Path.of(backup));
        Files.delete(downloaded);
    }

    private void operateOverHttp(Path home, String backup, JdbcTemplate database) throws Exception {
        JsonNode facts = JsonMapper.shared().readTree(run(HTTP, 1, 1, home, backup));
        assertThat(facts.at("/manifest/contents/projects").asInt()).isEqualTo(1);
        assertThat(run(HTTP, 2, 2, home, backup)).contains("\"protected\":true");
        Result kept = guide.run(HTTP, 3, 3, values(home, backup));
        assertThat(kept.exitStatus()).isEqualTo(22);
        assertThat(kept.output()).contains("\"code\":\"backup_kept\"");
        assertThat(run(HTTP, 4, 4, home, backup)).contains("\"kind\":\"uploaded\"");
        assertThat(run(HTTP, 5, 5, home, backup)).contains("\"kind\":\"verify\"", "\"state\":\"done\"");

        assertThat(run(HTTP, 6, 6, home, backup)).contains("\"kind\":\"restore\"", "\"state\":\"done\"");
        assertThat(projects(database)).containsExactly("Kept");
        assertThat(run(HTTP, 7, 7, home, backup)).contains("\"kind\":\"undo\"", "\"state\":\"done\"");
        assertThat(projects(database)).containsExactly("Added", "Changed");
    }

    private static List<String> projects(JdbcTemplate database) {
        return database.queryForList("select name from project order by name", String.class);
    }

    private void restore(Path home, String backup) throws Exception {
        run(RESTORE, 1, 2, home, backup);

        Path instance = home.resolve("instance");
        assertThat(files(instance)).hasSize(3).contains(database(home), instance.resolve("operations.db"));
        assertThat(database(home)).hasSameBinaryContentAs(Path.of(backup));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database(home))))
                .isEqualTo("rw-------");
        Path aside =
                files(instance).stream().filter(Files::isDirectory).findFirst().orElseThrow();
        assertThat(files(aside).stream().map(Path::getFileName).map(Path::toString))
                .containsExactlyInAnyOrder("graph_tracker.db", "graph_tracker.db-wal", "graph_tracker.db-shm");
    }

    private void backUpByCommand(Path home, String backup) throws Exception {
        String answers = run(COMMAND_LINE, 1, 1, home, backup);

        assertThat(answers).contains("Backup saved: ", backup.substring(backup.lastIndexOf('/') + 1) + ": Verified");
        assertThat(files(Path.of(backup).getParent()))
                .filteredOn(file -> file.toString().endsWith(".sqlite"))
                .hasSize(2);
    }

    private void restoreByCommand(Path home, String backup) throws Exception {
        run(COMMAND_LINE, 2, 2, home, backup);
        assertThat(names(home)).containsExactly("Kept");
        run(COMMAND_LINE, 3, 3, home, backup);
        assertThat(names(home)).containsExactly("Added", "Changed");
    }

    private static List<String> names(Path home) {
        SingleConnectionDataSource source = new SingleConnectionDataSource("jdbc:sqlite:" + database(home), true);
        try {
            return new JdbcTemplate(source).queryForList("select name from project order by name", String.class);
        } finally {
            source.destroy();
        }
    }

    /** A jar that has nothing but the class path of this test, in place of the one that is built later. */
    private Path jar() throws IOException {
        Path jar = folder.resolve("graph-tracker.jar");
        if (Files.notExists(jar)) {
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, GraphTrackerApplication.class.getName());
            manifest.getMainAttributes()
                    .put(
                            Attributes.Name.CLASS_PATH,
                            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                    .map(entry -> Path.of(entry).toUri().toString())
                                    .collect(Collectors.joining(" ")));
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        }
        return jar;
    }

    private void goBack(Path home, String backup) throws Exception {
        run(RESTORE, 3, 3, home, backup);

        assertThat(files(home.resolve("instance"))).noneMatch(Files::isDirectory);
    }

    private void assertProjects(Path home, String... names) throws Exception {
        try (OwnServer server = start(home)) {
            JdbcTemplate database = server.bean(JdbcTemplate.class);
            assertThat(projects(database)).containsExactly(names);
            assertThat(database.queryForObject("PRAGMA integrity_check", String.class))
                    .isEqualTo("ok");
        }
    }

    private static void addProject(JdbcTemplate database, String name) {
        Timestamp now = Timestamp.from(Instant.now());
        database.update(
                "insert into project (id, name, archived, created_at, updated_at) values (?, ?, false, ?, ?)",
                UUID.randomUUID(),
                name,
                now,
                now);
    }

    /** In another process: closing a file of the database in this one would release SQLite's locks. */
    private static void copyAsACrashWouldLeaveIt(Path home, Path copy) throws Exception {
        Process cp = new ProcessBuilder("cp", "-R", home.toString(), copy.toString())
                .inheritIO()
                .start();
        assertThat(cp.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(cp.exitValue()).isZero();
        assertThat(copy.resolve("instance/graph_tracker.db-wal")).isNotEmptyFile();
    }

    private String run(String section, int first, int last, Path home, String backup) throws Exception {
        Result result = guide.run(section, first, last, values(home, backup));
        assertThat(result.exitStatus()).as(result.output()).isZero();
        return result.output();
    }

    private Map<String, String> values(Path home, String backup) throws IOException {
        return Map.of(
                "DATABASE", database(home).toString(),
                "BACKUP", backup,
                "URL", url,
                "ROOT", home.toString(),
                "JAR", jar().toString());
    }

    private static Path database(Path home) {
        return home.resolve("instance/graph_tracker.db");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
