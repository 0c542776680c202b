package io.graphtracker.backup.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import java.io.IOException;
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
