package io.graphtracker.backup.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/**
 * {@code /api/v1/backups} against the running server. {@link DownloadTraversalTest} requests files that are not in the
 * folder.
 */
class CatalogHttpTest extends CatalogHttpFixture {
    @Test
    void theListingTellsWhatIsKnownOfEachFile() throws IOException {
        Answer answer = HttpCalls.call(port(), "GET", PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        assertThat(answer.json().propertyNames())
                .containsExactly("ok", "folder", "backups", "total", "offset", "limit");
        assertThat(answer.json().get("ok").asBoolean()).isTrue();
        assertThat(answer.json().get("folder").asString()).endsWith("/backups");
        JsonNode entry = answer.json().get("backups").get(0);
        assertThat(entry.propertyNames())
                .containsExactly(
                        "name",
                        "path",
                        "size_bytes",
                        "created_at",
                        "kind",
                        "state",
                        "proven_at",
                        "reason",
                        "protected");
        assertThat(entry.get("name").asString()).isEqualTo(name);
        assertThat(Path.of(entry.get("path").asString())).isEqualTo(backup);
        assertThat(entry.get("size_bytes").asLong()).isEqualTo(Files.size(backup));
        assertThat(entry.get("created_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S+");
        assertThat(entry.get("kind").asString()).isEqualTo("manual");
        assertThat(entry.get("state").asString()).isEqualTo("proven");
        assertThat(entry.get("proven_at").isNull()).isFalse();
        assertThat(entry.get("reason").isNull()).isTrue();
        assertThat(entry.get("protected").asBoolean()).isFalse();
    }

    @Test
    void theListingIsReadInParts() throws IOException {
        for (int second = 0; second < 100; second++) {
            Files.copy(
                    backup,
                    backup.resolveSibling("graph_tracker_20200101_0000%02d.sqlite"
                            .formatted(second % 60)
                            .replace("_0000", second < 60 ? "_0000" : "_0001")));
        }

        JsonNode first = HttpCalls.call(port(), "GET", PATH).json();
        assertThat(first.get("backups").size()).isEqualTo(100);
        assertThat(first.get("backups").get(0).get("name").asString()).isEqualTo(name);
        assertThat(first.get("total").asInt()).isEqualTo(101);
        assertThat(first.get("offset").asInt()).isZero();
        assertThat(first.get("limit").asInt()).isEqualTo(100);

        JsonNode rest =
                HttpCalls.call(port(), "GET", PATH + "?offset=99&limit=7").json();
        assertThat(rest.get("backups").size()).isEqualTo(2);
        assertThat(rest.get("backups").get(1).get("name").asString()).isEqualTo("graph_tracker_20200101_000000.sqlite");
        assertThat(rest.get("total").asInt()).isEqualTo(101);
        assertThat(HttpCalls.call(port(), "GET", PATH + "?offset=5000000000")
                        .json()
                        .get("backups")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=1001", "limit=-1", "offset=-1", "limit=all", "offset=1.5", "limit=99999999999"
            })
    void aPartThatIsNoneIsRefused(String query) throws IOException {
        Answer answer = HttpCalls.call(port(), "GET", PATH + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.code()).isEqualTo("bad_request");
    }

    @Test
    void theListingShowsTheFolderAsItIs() throws IOException {
        Files.copy(backup, backup.resolveSibling("added.sqlite"));
        Files.writeString(backup.resolveSibling("notes.db"), "no database");
        shorten(Files.copy(backup, backup.resolveSibling("graph_tracker_20200101_000000.sqlite")));

        assertThat(states())
                .containsExactlyInAnyOrder(
                        name + " proven null",
                        "added.sqlite unchecked null",
                        "notes.db foreign no-database",
                        "graph_tracker_20200101_000000.sqlite broken length");
    }

    /** The date of an earlier verification that succeeded would be misleading. */
    @Test
    void whatIsBrokenIsNotSaidToBeProven() throws Exception {
        shorten(backup);

        JsonNode entry =
                HttpCalls.call(port(), "GET", PATH).json().get("backups").get(0);

        assertThat(entry.get("state").asString()).isEqualTo("broken");
        assertThat(entry.get("proven_at").isNull()).isTrue();
    }

    @Test
    void aFolderThatIsNotThereYetHoldsNothing() throws IOException {
        env("BACKUPS_DIR=other\n");

        Answer answer = HttpCalls.call(port(), "GET", PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("backups").size()).isZero();
    }

    @Test
    void settingsThatNameNoFolderAreToldAsEverywhere() throws IOException {
        Files.delete(home().resolve(".env"));

        assertProblem(HttpCalls.call(port(), "GET", PATH), 400, "env_file_missing");
        assertProblem(HttpCalls.call(port(), "GET", PATH + "/" + name), 400, "env_file_missing");
    }

    @Test
    void whatIsNoBackupOfOursIsNotFoundAndNotRecorded() throws IOException {
        List<AuditEntry> before = auditLog.latest(10);
        Files.writeString(backup.resolveSibling("notes.db"), "no database");
        Files.createDirectory(backup.resolveSibling("folder.sqlite"));

        for (String other : List.of("unknown.sqlite", "notes.db", "folder.sqlite", name + ".json", name + ".sha256")) {
            assertProblem(HttpCalls.call(port(), "GET", PATH + "/" + other), 404, "backup_not_found");
            assertThat(auditLog.latest(10)).isEqualTo(before);
        }
    }

    @Test
    void theProblemIsToldInTheSentencesOfPages() throws IOException {
        JsonNode problem =
                HttpCalls.call(port(), "GET", PATH + "/unknown.sqlite").json();

        assertThat(problem.get("message").asString())
                .isEqualTo("The backup unknown.sqlite is no longer in the backups folder.");
        assertThat(problem.get("hint").asString()).contains("deleted, moved or renamed");
    }

    /** After it was found in the listing, and before it is read. */
    @Test
    void whatVanishesInTheLastMomentIsNotFound() throws IOException {
        ApplicationListener<PayloadApplicationEvent<CatalogChanged>> deleting =
                ApplicationListener.forPayload(changed -> delete(backup));
        context.addApplicationListener(deleting);
        try {
            assertProblem(HttpCalls.call(port(), "GET", PATH + "/" + name), 404, "backup_not_found");
        } finally {
            context.removeApplicationListener(deleting);
        }
    }

    @Test
    void allThatIsKnownOfABackup() throws IOException {
        Answer answer = HttpCalls.call(port(), "GET", PATH + "/" + name + "/manifest");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode facts = answer.json();
        assertThat(facts.get("backup").get("name").asString()).isEqualTo(name);
        assertThat(facts.get("message").isNull()).isTrue();
        assertThat(facts.get("manifest").get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(facts.get("manifest").get("contents").get("projects").isNumber())
                .isTrue();
        assertThat(facts.get("manifest").get("original").isNull()).isTrue();
    }

    @Test
    void whatIsWrongWithABackupIsToldInTheSentencesOfPages() throws IOException {
        shorten(backup);
        Files.copy(backup, backup.resolveSibling("added.sqlite"));

        JsonNode broken =
                HttpCalls.call(port(), "GET", PATH + "/" + name + "/manifest").json();
        JsonNode added =
                HttpCalls.call(port(), "GET", PATH + "/added.sqlite/manifest").json();

        assertThat(broken.get("backup").get("reason").asString()).isEqualTo("length");
        assertThat(broken.get("message").asString()).startsWith("The file is not as long as it has to be");
        assertThat(added.get("manifest").isNull()).isTrue();
    }

    @Test
    void aBackupIsProtectedAndReleased() throws IOException {
        Answer done = HttpCalls.send(port(), "PUT", PATH + "/" + name + "/protection", "{\"protected\": true}");

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().get("backup").get("protected").asBoolean()).isTrue();
        assertThat(lastEntry()).isEqualTo("PROTECTED " + name + " local");
        assertThat(HttpCalls.send(port(), "PUT", PATH + "/" + name + "/protection", "{\"protected\": false}")
                        .json()
                        .get("backup")
                        .get("protected")
                        .asBoolean(true))
                .isFalse();
        assertThat(lastEntry()).isEqualTo("UNPROTECTED " + name + " local");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "true",
                "{\"protected\": \"maybe\"}",
                "{\"protected\": null}",
                "{\"protect\": 1}"
            })
    void aBodyThatSaysNothingChangesNothing(String body) throws IOException {
        assertProblem(HttpCalls.send(port(), "PUT", PATH + "/" + name + "/protection", body), 400, "bad_request");
        assertThat(states()).containsExactly(name + " proven null");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /{name}/protection", "POST, /{name}/restore", "POST, ?name=a.sqlite"})
    void aBodyOfAnotherTypeIsRefused(String method, String path) throws IOException {
        Answer answer = HttpCalls.send(
                port(),
                method,
                PATH + path.replace("{name}", name),
                "protected=true&name=a".getBytes(StandardCharsets.UTF_8),
                "Host: localhost",
                "Content-Type: application/x-www-form-urlencoded");

        assertProblem(answer, 415, "unsupported_media_type");
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, /{name}/manifest", "POST, /{name}/verify", "POST, /undo"})
    void whoAcceptsNoJsonIsToldInJson(String method, String path) throws IOException {
        Answer answer = HttpCalls.call(port(), method, PATH + path.replace("{name}", name), "Accept: text/csv");

        assertProblem(answer, 406, "not_acceptable");
    }

    @Test
    void anOlderBackupIsDeletedWithItsFiles() throws IOException {
        Answer newer = HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db");
        assertThat(newer.status()).as(newer.body()).isEqualTo(200);

        Answer answer = HttpCalls.call(port(), "DELETE", PATH + "/" + name);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(backup).doesNotExist();
        assertThat(backup.resolveSibling(name + ".json")).doesNotExist();
        assertThat(backup.resolveSibling(name + ".sha256")).doesNotExist();
        assertThat(lastEntry()).isEqualTo("DELETED " + name + " local");
        assertProblem(HttpCalls.call(port(), "DELETE", PATH + "/" + name), 404, "backup_not_found");
    }

    @Test
    void theNewestAndProtectedOnesStay() throws IOException {
        Answer newest = HttpCalls.call(port(), "DELETE", PATH + "/" + name);
        assertThat(HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db").status())
                .isEqualTo(200);
        HttpCalls.send(port(), "PUT", PATH + "/" + name + "/protection", "{\"protected\": true}");
        Answer protectedOne = HttpCalls.call(port(), "DELETE", PATH + "/" + name);

        assertProblem(newest, 409, "backup_kept");
        assertThat(newest.json().get("message").asString()).contains("is the newest verified backup, so it stays");
        assertProblem(protectedOne, 409, "backup_kept");
        assertThat(protectedOne.json().get("message").asString()).contains("is protected, so it stays");
        assertThat(backup).exists();
    }

    @ParameterizedTest
    @CsvSource({"GET, /manifest", "POST, /verify", "POST, /restore", "PUT, /protection", "DELETE, ''"})
    void filesOutsideTheFolderAreNotFoundByAnyOperation(String method, String operation) throws IOException {
        List<AuditEntry> before = auditLog.latest(10);
        for (String other : List.of("..", "..%2f.env", "%2e%2e%2f.env", ".env", name + ";x=1", "%00", "a%0ab", ".")) {
            Answer answer = HttpCalls.send(
                    port(),
                    method,
                    PATH + "/" + other + operation,
                    "{\"name\": \"" + other + "\", \"protected\": true}");

            // 422: the name in the body is not that in the path, which is decoded
            assertThat(answer.status()).as(method + " " + other).isIn(400, 404, 405, 422);
        }
        assertThat(home().resolve(".env")).exists();
        assertThat(states()).containsExactly(name + " proven null");
        assertThat(auditLog.latest(10)).isEqualTo(before);
    }

    private String lastEntry() throws IOException {
        AuditEntry entry = auditLog.latest(1).getFirst();
        return entry.kind() + " " + entry.backup() + " " + entry.user();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, ''",
        "PATCH, ''",
        "DELETE, ''",
        "POST, /{name}",
        "PUT, /{name}",
        "PATCH, /{name}",
        "POST, /{name}/manifest",
        "DELETE, /{name}/manifest",
        "GET, /{name}/protection",
        "POST, /{name}/protection",
        "DELETE, /{name}/protection",
        "GET, /{name}/verify",
        "PUT, /{name}/verify",
        "GET, /{name}/restore",
        "PUT, /{name}/restore",
        "PUT, /undo",
    })
    void nothingIsDoneByAWrongMethod(String method, String path) throws IOException {
        Answer answer = HttpCalls.call(port(), method, PATH + path.replace("{name}", name));

        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.headers()).containsKey("allow");
        assertThat(backup).exists();
    }
}
