package io.graphtracker.backup.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import io.graphtracker.testing.WatchedExecutor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Long work over HTTP: it is accepted at once, and its address tells what becomes of it. */
@Import(WatchedExecutor.Configuration.class)
class JobHttpTest extends RunningServer {

    private static final String BACKUPS = "/api/v1/backups";

    @Autowired
    private AuditLog auditLog;

    private WatchedExecutor executor;

    @Autowired
    private JdbcTemplate jdbc;

    private Path backup;
    private String name;

    @Autowired
    void useExecutor(@BackupExecutor WatchedExecutor watched) {
        executor = watched;
    }

    @BeforeEach
    void makeABackup() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Answer made = HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        backup = Path.of(made.json().get("path").asString());
        name = backup.getFileName().toString();
        executor.awaitIdle();
    }

    @Test
    void aVerificationIsFollowedToItsEnd() throws IOException {
        executor.hold();
        Answer accepted = HttpCalls.call(port(), "POST", BACKUPS + "/" + name + "/verify");

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String address = accepted.headers().get("location");
        assertThat(address)
                .isEqualTo("/api/v1/jobs/" + accepted.json().get("id").asString());
        assertThat(state(address)).isEqualTo("verify running reading null");
        assertThat(HttpCalls.call(port(), "POST", BACKUPS + "/" + name + "/verify")
                        .headers())
                .as("the same job for who asks twice")
                .containsEntry("location", address);

        executor.release();
        executor.awaitIdle();

        JsonNode done = get(address);
        assertThat(done.get("ok").asBoolean()).isTrue();
        assertThat(done.get("state").asString()).isEqualTo("done");
        assertThat(done.get("backup").asString()).isEqualTo(name);
        assertThat(done.get("verified").get("recorded").asBoolean()).isTrue();
        assertThat(done.get("problem").isNull()).isTrue();
        assertThat(done.get("ended_at").isNull()).isFalse();
        AuditEntry entry = auditLog.latest(1).getFirst();
        assertThat(entry.kind()).isEqualTo(AuditEntryKind.VERIFIED);
        assertThat(entry.user()).isEqualTo("local");
    }

    @Test
    void aFailedVerificationTellsTheProblemInTheSentencesOfPages() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(backup.toFile(), "rw")) {
            bytes.setLength(bytes.length() - 1);
        }

        JsonNode job = finished("POST", BACKUPS + "/" + name + "/verify", "");

        assertThat(job.get("ok").asBoolean(true)).isFalse();
        assertThat(job.get("state").asString()).isEqualTo("failed");
        assertThat(job.get("verified").isNull()).isTrue();
        JsonNode problem = job.get("problem");
        assertThat(problem.get("code").asString()).isEqualTo("backup_unusable");
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("message").asString()).contains("The file is not as long as it has to be");
        assertThat(problem.get("hint").asString()).contains("Nothing was changed");
    }

    @Test
    void aRestoreIsFollowedToItsEndAndUndone() throws IOException {
        addProject("Added later");

        JsonNode restored = finished("POST", BACKUPS + "/" + name + "/restore", confirmed(name));

        assertThat(restored.get("state").asString()).as(restored.toString()).isEqualTo("done");
        assertThat(restored.get("kind").asString()).isEqualTo("restore");
        assertThat(restored.get("phase").asString()).isEqualTo("health_check");
        String safetyBackup = restored.at("/restored/safety_backup").asString();
        assertThat(backup.resolveSibling(safetyBackup)).exists();
        assertThat(projects()).doesNotContain("Added later");
        assertLast(AuditEntryKind.RESTORED, name);

        JsonNode undone = finished("POST", BACKUPS + "/undo", "");

        assertThat(undone.get("state").asString()).as(undone.toString()).isEqualTo("done");
        assertThat(undone.get("kind").asString()).isEqualTo("undo");
        assertThat(undone.get("backup").asString()).isEqualTo(safetyBackup);
        assertThat(projects()).contains("Added later");
        assertLast(AuditEntryKind.UNDONE, safetyBackup);
        assertProblem(HttpCalls.call(port(), "POST", BACKUPS + "/undo"), 409, "undo_unavailable");
    }

    @Test
    void aRestoreIsRefusedWhileOneRuns() throws IOException {
        executor.hold();
        String first = HttpCalls.send(port(), "POST", BACKUPS + "/" + name + "/restore", confirmed(name))
                .headers()
                .get("location");

        Answer second = HttpCalls.send(port(), "POST", BACKUPS + "/" + name + "/restore", confirmed(name));
        executor.release();
        executor.awaitIdle();

        assertProblem(second, 409, "restore_running");
        assertThat(second.json().get("hint").asString()).isEqualTo("Wait until it has finished.");
        assertThat(get(first).get("state").asString()).isEqualTo("done");
    }

    /** The rules are those of the page: the backup is checked before anything is changed. */
    @Test
    void whatCannotBeRestoredIsNot() throws IOException {
        addProject("Stays");
        try (RandomAccessFile bytes = new RandomAccessFile(backup.toFile(), "rw")) {
            bytes.setLength(bytes.length() - 1);
        }

        JsonNode job = finished("POST", BACKUPS + "/" + name + "/restore", confirmed(name));

        assertThat(job.at("/problem/code").asString()).isEqualTo("backup_unusable");
        assertThat(job.get("restored").isNull()).isTrue();
        assertThat(projects()).contains("Stays");
    }

    @Test
    void aRestoreIsConfirmedByTheNameOnceMore() throws IOException {
        String path = BACKUPS + "/" + name + "/restore";

        Answer other = HttpCalls.send(port(), "POST", path, confirmed("other.sqlite"));

        assertProblem(other, 422, "restore_not_confirmed");
        assertThat(other.json().get("message").asString()).contains(name);
        for (String body : List.of("", "{}", "[]", "{\"name\": null}", "{\"name\": [1]}", "x")) {
            assertProblem(HttpCalls.send(port(), "POST", path, body), 400, "bad_request");
        }
        assertProblem(HttpCalls.call(port(), "POST", path), 415, "unsupported_media_type");
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        assertProblem(
                HttpCalls.send(port(), "POST", BACKUPS + "/nope.sqlite/restore", confirmed("nope.sqlite")),
                404,
                "backup_not_found");
        assertProblem(HttpCalls.call(port(), "POST", BACKUPS + "/nope.sqlite/verify"), 404, "backup_not_found");
        assertProblem(HttpCalls.call(port(), "GET", "/api/v1/jobs/1"), 404, "job_not_found");
    }

    @Test
    void pagesOfOtherSitesBeginNothing() throws IOException {
        for (String path : List.of("/" + name + "/verify", "/" + name + "/restore", "/undo")) {
            Answer answer = HttpCalls.call(port(), "POST", BACKUPS + path, "Origin: http://evil.example");

            assertProblem(answer, 403, "cross_site_request");
        }
    }

    private static String confirmed(String backup) {
        return "{\"name\": \"" + backup + "\"}";
    }

    private void addProject(String project) {
        Timestamp now = Timestamp.from(Instant.EPOCH);
        jdbc.update(
                "insert into project (id, name, archived, created_at, updated_at) values (?, ?, false, ?, ?)",
                UUID.randomUUID(),
                project,
                now,
                now);
    }

    private List<String> projects() {
        return jdbc.queryForList("select name from project", String.class);
    }

    private void assertLast(AuditEntryKind kind, String recorded) throws IOException {
        AuditEntry entry = auditLog.latest(1).getFirst();
        assertThat(entry.kind()).isEqualTo(kind);
        assertThat(entry.backup()).isEqualTo(recorded);
        assertThat(entry.user()).isEqualTo("local");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }

    private String state(String address) throws IOException {
        JsonNode job = get(address);
        return job.get("kind").asString() + " " + job.get("state").asString() + " "
                + job.get("phase").asString() + " " + job.get("percent").asString("null");
    }

    private JsonNode finished(String method, String path, String json) throws IOException {
        Answer accepted = HttpCalls.send(port(), method, path, json);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        executor.awaitIdle();
        return get(accepted.headers().get("location"));
    }

    private JsonNode get(String address) throws IOException {
        Answer answer = HttpCalls.call(port(), "GET", address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
