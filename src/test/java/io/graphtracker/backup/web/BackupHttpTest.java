package io.graphtracker.backup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /api/v1/settings/backup-db} against the running server: every code with its status, and the exact
 * members.
 */
class BackupHttpTest extends RunningServer {

    private static final String PATH = "/api/v1/settings/backup-db";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void answersWithTheBackupThatWasMade() throws Exception {
        env("BACKUPS_DIR=backups\n");

        Answer answer = backUp();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        JsonNode json = answer.json();
        assertThat(json.propertyNames())
                .containsExactly("ok", "path", "size_bytes", "created_at", "sha256", "duration_ms");
        assertThat(json.get("ok").asBoolean()).isTrue();
        Path file = Path.of(json.get("path").asString());
        assertThat(json.get("path").asString())
                .startsWith(home().toString().replace('\\', '/') + "/backups/")
                .matches(".*/graph_tracker_\\d{8}_\\d{6}\\.sqlite");
        assertThat(json.get("size_bytes").asLong()).isEqualTo(Files.size(file));
        assertThat(json.get("sha256").asString()).isEqualTo(sha256(file));
        assertThat(json.get("duration_ms").isIntegralNumber()).isTrue();
        OffsetDateTime created = OffsetDateTime.parse(json.get("created_at").asString());
        assertThat(file.getFileName().toString())
                .contains(created.format(java.time.format.DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss")));
        try (var copy = DriverManager.getConnection("jdbc:sqlite:" + file);
                var rows = copy.createStatement().executeQuery("select count(*) from project")) {
            assertThat(rows.next()).isTrue();
        }
    }

    /** A fault of the database itself must reach a script that makes backups every night. */
    @Test
    void ofADatabaseThatCouldNotBeRestored() throws Exception {
        env("BACKUPS_DIR=backups\n");
        try (var live = DriverManager.getConnection("jdbc:sqlite:" + home().resolve("instance/graph_tracker.db"));
                var statement = live.createStatement()) {
            statement.execute("CREATE VIEW mine AS SELECT 1");
            Answer answer;
            try {
                answer = backUp();
            } finally {
                statement.execute("DROP VIEW mine");
            }

            assertThat(answer.status()).isEqualTo(200);
            JsonNode json = answer.json();
            assertThat(json.get("ok").asBoolean()).isTrue();
            assertThat(json.get("restorable").asBoolean(true)).isFalse();
            assertThat(json.get("reason").asString()).isEqualTo("view");
            assertThat(json.get("message").asString()).contains("mine");
            assertThat(json.get("hint").asString()).contains("DROP VIEW");
        }
    }

    @Test
    void withoutAnEnvFile() throws IOException {
        Answer answer = backUp();

        assertProblem(answer, 400, "env_file_missing");
        assertThat(answer.json().get("message").asString()).isEqualTo("Provide BACKUPS_DIR in .env at project root.");
        assertThat(answer.json().get("hint").asString()).contains(".env.example");
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER=1,                   backups_dir_missing",
        "BACKUPS_DIR=,              backups_dir_empty",
        "'BACKUPS_DIR=\"  \"',      backups_dir_empty",
        "BACKUPS_DIR=   # a remark, backups_dir_empty",
        "'BACKUPS_DIR=\"backups',   env_file_invalid",
        "BACKUPS_DIR,               env_file_invalid",
        "BACKUPS_DIR=.env,          backups_dir_unusable",
        "BACKUPS_DIR=.env/below,    backups_dir_unusable",
        "BACKUPS_DIR=~/backups,     backups_dir_unusable",
        "BACKUPS_DIR=${HOME}/b,     backups_dir_unusable",
        "BACKUPS_DIR=//server/b,    backups_dir_unusable",
    })
    void withSettingsThatNameNoFolder(String line, String code) throws IOException {
        env(line + "\n");

        Answer answer = backUp();

        assertProblem(answer, 400, code);
        assertThat(answer.json().get("message").asString()).isNotBlank();
        assertThat(answer.json().get("hint").asString()).isNotBlank();
        assertNoBackup();
    }

    @Test
    void anUnreadableEnvFileIsSaidToBeOne() throws IOException {
        Files.createDirectory(home().resolve(".env"));

        assertProblem(backUp(), 400, "env_file_invalid");
    }

    @Test
    void aMalformedLineIsNamedByItsNumberAndNeverQuoted() throws IOException {
        env("BACKUPS_DIR=backups\nDATABASE_PASSWORD=\"s3cret\n");

        Answer answer = backUp();

        assertProblem(answer, 400, "env_file_invalid");
        assertThat(answer.body()).contains("ine 2 of").doesNotContain("s3cret");
    }

    @Test
    void tooLittleSpace() throws IOException {
        env("BACKUPS_DIR=backups\n");
        space().answer(() -> 4_096);

        Answer answer = backUp();

        assertProblem(answer, 500, "not_enough_space");
        assertThat(answer.json().get("message").asString()).contains("4.1 kB");
        assertNoBackup();
    }

    @Test
    void aMissingDatabaseIsNotMadeAnew() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Path database = home().resolve("instance/graph_tracker.db");
        Path aside = home().resolve("instance/aside.db");
        Files.move(database, aside);
        try {
            assertProblem(backUp(), 500, "database_missing");
            assertThat(database).doesNotExist();
            assertNoBackup();
        } finally {
            Files.move(aside, database);
        }
    }

    @Test
    void aDamagedDatabase() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Path database = home().resolve("instance/graph_tracker.db");
        Path aside = home().resolve("instance/aside.db");
        // else the small database would be read from its log, damaged file or not
        jdbc.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Files.move(database, aside);
        Files.writeString(database, "This is not a database. ".repeat(200));
        try {
            Answer answer = backUp();

            assertProblem(answer, 500, "verification_failed");
            assertThat(answer.json().get("hint").asString()).contains("older backups are untouched");
            assertNoBackup();
        } finally {
            Files.delete(database);
            Files.move(aside, database);
        }
    }

    @Test
    void whatNobodyForesawHasAnIdAndNoDetails() throws IOException {
        env("BACKUPS_DIR=backups\n");
        space().answer(() -> {
            throw new IllegalStateException("the inner works");
        });

        Answer answer = backUp();

        assertProblem(answer, 500, "unexpected");
        assertThat(answer.json().get("message").asString()).matches(".*error [0-9a-f]{8}.*");
        assertThat(answer.json().get("hint").asString()).containsIgnoringCase("see the server log");
        assertThat(answer.body()).doesNotContain("inner works").doesNotContain("IllegalState");
        assertNoBackup();
    }

    @Test
    void whileDebuggingTheDetailsAreInTheAnswer() throws IOException {
        env("BACKUPS_DIR=backups\n");
        space().answer(() -> {
            throw new IllegalStateException("the inner works");
        });
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel("io.graphtracker", LogLevel.DEBUG);
        try {
            assertThat(backUp().json().get("detail").asString()).contains("the inner works");
        } finally {
            logging.setLogLevel("io.graphtracker", null);
        }
    }

    @Test
    void aSecondStartSaysThatOneIsRunning() throws Exception {
        env("BACKUPS_DIR=backups\n");
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        space().answer(() -> {
            running.countDown();
            await(goOn);
            return Long.MAX_VALUE;
        });
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(this::backUpUnchecked);
        await(running);
        try {
            Answer second = backUp();
            assertProblem(second, 409, "backup_running");
            assertThat(second.json().get("message").asString())
                    .matches("A backup has been running since \\d\\d:\\d\\d:\\d\\d\\.");
        } finally {
            goOn.countDown();
        }
        assertThat(first.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(backUp().status()).isEqualTo(200);
    }

    @Test
    void anotherMethodIsNotAllowed() throws IOException {
        assertProblem(HttpCalls.call(port(), "PUT", PATH), 405, "method_not_allowed");
    }

    @Test
    void aFormThatCannotBeAnsweredIsRefusedBeforeABackupIsMade() throws IOException {
        env("BACKUPS_DIR=backups\n");

        assertThat(HttpCalls.call(port(), "POST", PATH, "Accept: text/plain").status())
                .isEqualTo(406);

        assertNoBackup();
    }

    @Test
    void whoAcceptsJsonAloneIsToldOfProblemsToo() throws IOException {
        assertProblem(HttpCalls.call(port(), "POST", PATH, "Accept: application/json"), 400, "env_file_missing");
    }

    private Answer backUp() throws IOException {
        return HttpCalls.call(port(), "POST", PATH);
    }

    private Answer backUpUnchecked() {
        try {
            return backUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        JsonNode json = answer.json();
        assertThat(json.propertyNames()).contains("type", "title", "status", "ok", "code", "message", "hint");
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.get("code").asString()).isEqualTo(code);
        assertThat(json.get("status").asInt()).isEqualTo(status);
        assertThat(json.get("type").asString()).isEqualTo("urn:graph-tracker:problem:" + code);
    }

    /** No file that looks like a backup, hidden or not. */
    private void assertNoBackup() throws IOException {
        Path folder = home().resolve("backups");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString())).allMatch(".graph_tracker.lock"::equals);
            }
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
