package io.graphtracker.backup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HeldBackup;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.OwnServer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code GET} and {@code DELETE /api/v1/settings/backup-db}, and many requests at once, against the running server. */
class BackupStateHttpTest extends RunningServer {

    private static final String PATH = "/api/v1/settings/backup-db";

    private static final String[] STATE = {
        "ok",
        "state",
        "phase",
        "percent",
        "phase_percent",
        "bytes_done",
        "bytes_total",
        "seconds_left",
        "started_at",
        "cancelling",
        "last_result"
    };

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void nameAFolder() throws IOException {
        env("BACKUPS_DIR=backups\n");
    }

    @AfterEach
    void endClients() {
        clients.shutdownNow();
    }

    @Test
    void beforeTheFirstBackupItIsIdleAndThereIsNoResult(@TempDir Path home) throws IOException {
        try (OwnServer fresh = OwnServer.start(home)) {
            JsonNode state = HttpCalls.call(fresh.port(), "GET", PATH).json();

            assertIdle(state);
            assertThat(state.get("last_result").isNull()).isTrue();
        }
    }

    @Test
    void afterABackupTheResultTellsAllOfIt() throws IOException {
        JsonNode made = call("POST").json();

        JsonNode state = state();

        assertIdle(state);
        JsonNode result = state.get("last_result");
        assertThat(result.propertyNames())
                .containsExactlyInAnyOrder(
                        "ok",
                        "path",
                        "size_bytes",
                        "created_at",
                        "sha256",
                        "duration_ms",
                        "schema_version",
                        "contents");
        made.propertyNames()
                .forEach(name -> assertThat(result.get(name)).as(name).isEqualTo(made.get(name)));
        assertThat(result.get("schema_version").asString()).isEqualTo("5");
        assertThat(result.get("contents").propertyNames()).containsExactly("projects", "nodes", "edges");
    }

    @Test
    void afterAFailureTheResultTellsWhy() throws IOException {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        env("BACKUPS_DIR=\n");
        JsonNode problem = call("POST").json();

        JsonNode state = state();

        assertIdle(state);
        JsonNode result = state.get("last_result");
        assertThat(result.propertyNames()).containsExactlyInAnyOrder("ok", "code", "message", "hint", "started_at");
        for (String name : List.of("ok", "code", "message", "hint")) {
            assertThat(result.get(name)).as(name).isEqualTo(problem.get(name));
        }
        assertThat(OffsetDateTime.parse(result.get("started_at").asString()).toInstant())
                .isBetween(before, Instant.now());
    }

    @Test
    void whileOneRunsItTellsHowFarItIs() throws Exception {
        call("POST");
        JsonNode last = state().get("last_result");
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (HeldBackup held = HeldBackup.on(space())) {
            CompletableFuture<Answer> backup = callLater("POST");
            held.awaitReached();

            JsonNode state = state();

            assertThat(state.propertyNames()).containsExactly(STATE);
            assertThat(state.get("ok").asBoolean()).isTrue();
            assertThat(state.get("state").asString()).isEqualTo("running");
            assertThat(state.get("phase").asString()).isEqualTo("copying");
            for (String number : List.of("percent", "phase_percent", "bytes_done", "bytes_total")) {
                assertThat(state.get(number).isIntegralNumber()).as(number).isTrue();
            }
            assertThat(state.get("percent").asInt()).isZero();
            assertThat(state.get("seconds_left").isNull()).isTrue();
            assertThat(OffsetDateTime.parse(state.get("started_at").asString()).toInstant())
                    .isBetween(before, Instant.now());
            assertThat(state.get("cancelling").asBoolean(true)).isFalse();
            assertThat(state.get("last_result")).isEqualTo(last);

            held.close();
            assertThat(answer(backup).status()).isEqualTo(200);
        }
    }

    @Test
    void whatRunsCanBeCancelledAndLeavesNothing() throws Exception {
        try (HeldBackup held = HeldBackup.on(space())) {
            CompletableFuture<Answer> backup = callLater("POST");
            held.awaitReached();

            Answer accepted = call("DELETE");

            assertThat(accepted.status()).isEqualTo(202);
            assertThat(accepted.json().propertyNames()).containsExactly(STATE);
            assertCancelling(accepted.json());
            assertCancelling(state());
            // a second time is as good as the first
            assertThat(call("DELETE").status()).isEqualTo(202);

            held.close();
            assertProblem(answer(backup), 409, "backup_cancelled");
        }
        assertNothingInTheFolder();
        assertThat(state().get("last_result").get("code").asString()).isEqualTo("backup_cancelled");
        assertThat(call("POST").status()).isEqualTo(200);
    }

    @Test
    void withoutARunningBackupThereIsNothingToCancel() throws IOException {
        Answer answer = call("DELETE");

        assertProblem(answer, 409, "no_backup_running");
        assertThat(answer.json().get("message").asString()).isEqualTo("No backup is running.");
    }

    @Test
    void aCancelThatIsRefusedCancelsNothing() throws Exception {
        try (HeldBackup held = HeldBackup.on(space())) {
            CompletableFuture<Answer> backup = callLater("POST");
            held.awaitReached();

            assertProblem(call("DELETE", "Sec-Fetch-Site: cross-site"), 403, "cross_site_request");
            assertProblem(call("DELETE", "Origin: https://evil.example"), 403, "cross_site_request");
            assertProblem(call("DELETE", "Host: evil.example"), 403, "host_not_allowed");
            assertThat(call("DELETE", "Accept: text/plain").status()).isEqualTo(406);
            assertThat(state().get("cancelling").asBoolean(true)).isFalse();

            held.close();
            assertThat(answer(backup).status()).isEqualTo(200);
        }
    }

    @Test
    void theStateIsToldToNoForeignHost() throws IOException {
        assertProblem(call("GET", "Host: evil.example"), 403, "host_not_allowed");
        assertThat(call("GET", "Accept: text/html").status()).isEqualTo(406);
    }

    @Test
    void aHundredRequestsAtOnceMakeOneBackup() throws Exception {
        try (HeldBackup held = HeldBackup.on(space())) {
            List<CompletableFuture<Answer>> requests = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                requests.add(callLater("POST"));
            }
            held.awaitReached();
            awaitAllButOne(requests);
            assertThat(requests.stream().filter(CompletableFuture::isDone)).hasSize(99);

            held.close();

            List<Answer> answers = new ArrayList<>();
            for (CompletableFuture<Answer> request : requests) {
                answers.add(answer(request));
            }
            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() != 200))
                    .hasSize(99)
                    .allSatisfy(answer -> assertProblem(answer, 409, "backup_running"));
        }
        try (Stream<Path> files = Files.list(home().resolve("backups"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString).filter(name -> name.endsWith(".sqlite")))
                    .hasSize(1);
        }
    }

    private static void awaitAllButOne(List<CompletableFuture<Answer>> requests) throws Exception {
        CompletableFuture<?> answered = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(99);
        requests.forEach(request -> request.whenComplete((answer, error) -> {
            if (left.decrementAndGet() == 0) {
                answered.complete(null);
            }
        }));
        answered.get(60, TimeUnit.SECONDS);
    }

    private JsonNode state() throws IOException {
        Answer answer = call("GET");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        return answer.json();
    }

    private Answer call(String method, String... headers) throws IOException {
        return HttpCalls.call(port(), method, PATH, headers);
    }

    private CompletableFuture<Answer> callLater(String method) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return call(method);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                clients);
    }

    private static Answer answer(CompletableFuture<Answer> call) throws Exception {
        return call.get(60, TimeUnit.SECONDS);
    }

    private static void assertIdle(JsonNode state) {
        assertThat(state.propertyNames()).containsExactly(STATE);
        assertThat(state.get("ok").asBoolean()).isTrue();
        assertThat(state.get("state").asString()).isEqualTo("idle");
        for (int i = 2; i < STATE.length - 1; i++) {
            assertThat(state.get(STATE[i]).isNull()).as(STATE[i]).isTrue();
        }
    }

    private static void assertCancelling(JsonNode state) {
        assertThat(state.get("state").asString()).isEqualTo("running");
        assertThat(state.get("cancelling").asBoolean()).isTrue();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().get("ok").asBoolean(true)).isFalse();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("message").asString()).isNotBlank();
        assertThat(answer.json().get("hint").asString()).isNotBlank();
    }

    private void assertNothingInTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("backups"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsOnly(".graph_tracker.lock");
        }
    }
}
