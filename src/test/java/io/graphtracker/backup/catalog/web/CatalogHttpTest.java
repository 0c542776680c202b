package io.graphtracker.backup.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.operations.Operation;
import io.graphtracker.backup.operations.OperationKind;
import io.graphtracker.backup.operations.OperationsRecord;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/backups} against the running server. {@link DownloadTraversalTest} asks for what is not in the folder. */
class CatalogHttpTest extends RunningServer {

    private static final String PATH = "/api/v1/backups";

    @Autowired
    private OperationsRecord record;

    @Autowired
    private ConfigurableApplicationContext context;

    private Path backup;
    private String name;

    @BeforeEach
    void makeABackup() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Answer made = HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        backup = Path.of(made.json().get("path").asString());
        name = backup.getFileName().toString();
    }

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

    /** The date of a check that it passed once would be taken for more. */
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
    void aDownloadIsTheFileWithItsNameLengthAndChecksum() throws Exception {
        HttpResponse<byte[]> answer = get(name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(backup));
        Map<String, List<String>> headers = answer.headers().map();
        assertThat(headers).containsEntry("content-type", List.of("application/vnd.sqlite3"));
        assertThat(headers).containsEntry("content-length", List.of(String.valueOf(Files.size(backup))));
        assertThat(headers).containsEntry("cache-control", List.of("no-store"));
        assertThat(headers).containsEntry("accept-ranges", List.of("bytes"));
        assertThat(headers.get("content-disposition").getFirst()).startsWith("attachment; filename=\"" + name + "\"");
        String sha256 = Files.readString(Path.of(backup + ".sha256")).substring(0, 64);
        assertThat(headers).containsEntry("x-content-sha256", List.of(sha256));
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        assertThat(headers).containsEntry("repr-digest", List.of("sha-256=:" + digest + ":"));
    }

    @Test
    void aDownloadIsRecorded() throws Exception {
        get(name);

        Operation last = record.latest(1).getFirst();
        assertThat(last.kind()).isEqualTo(OperationKind.DOWNLOADED);
        assertThat(last.backup()).isEqualTo(name);
        assertThat(last.by()).isEqualTo("local");
        assertThat(last.succeeded()).isTrue();
    }

    @Test
    void aBackupThatWasNotCheckedHasNoChecksum() throws Exception {
        Files.delete(Path.of(backup + ".json"));

        HttpResponse<byte[]> answer = get(name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKeys("repr-digest", "x-content-sha256");
    }

    /** Somebody may want to rescue what is left of it. */
    @Test
    void aBrokenBackupCanBeDownloaded() throws Exception {
        shorten(backup);

        assertThat(get(name).body()).isEqualTo(Files.readAllBytes(backup));
    }

    /** What a file may be called on Linux must not become a header of its own. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aStrangeNameComesBackWhole() throws Exception {
        String strange = "käse \"\r\nX-Injected: y; =?.sqlite";
        Files.copy(backup, backup.resolveSibling(strange));

        HttpResponse<byte[]> answer = get(strange);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(backup));
        assertThat(answer.headers().map()).doesNotContainKey("x-injected");
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .contains("filename*=UTF-8''k%C3%A4se%20%22%0D%0AX-Injected%3A%20y%3B%20%3D%3F.sqlite");
    }

    @Test
    void aLookAtTheHeadersIsNoDownload() throws IOException {
        List<Operation> before = record.latest(10);

        Answer head = HttpCalls.call(port(), "HEAD", PATH + "/" + name);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers())
                .containsEntry("content-length", String.valueOf(Files.size(backup)))
                .containsEntry("content-type", "application/vnd.sqlite3")
                .containsEntry("accept-ranges", "bytes")
                .containsKey("repr-digest");
        assertThat(HttpCalls.call(port(), "HEAD", PATH + "/unknown.sqlite").status())
                .isEqualTo(404);
        assertThat(record.latest(10)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-199", "bytes=100-", "bytes=-100", "bytes=0-0"})
    void aPartCanBeAskedFor(String range) throws Exception {
        byte[] all = Files.readAllBytes(backup);
        HttpResponse<byte[]> answer = get(name, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        String[] sent =
                answer.headers().firstValue("content-range").orElseThrow().split("[ /-]");
        assertThat(sent[3]).isEqualTo(String.valueOf(all.length));
        assertThat(answer.body())
                .isEqualTo(Arrays.copyOfRange(all, Integer.parseInt(sent[1]), Integer.parseInt(sent[2]) + 1));
        assertThat(answer.headers().firstValueAsLong("content-length").orElseThrow())
                .isEqualTo(answer.body().length);
    }

    @Test
    void severalPartsCanBeAskedFor() throws Exception {
        HttpResponse<byte[]> answer = get(name, "Range", "bytes=0-14,68-71");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).contains("SQLite format 3", "GTrk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=999999999999-", "bytes=5-2", "bytes=x-y"})
    void aPartThatIsNotThereIsRefusedWithoutTheWhole(String range) throws Exception {
        List<Operation> before = record.latest(10);

        HttpResponse<byte[]> answer = get(name, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("content-range")).contains("bytes */" + Files.size(backup));
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(record.latest(10)).isEqualTo(before);
    }

    /** See RFC 9110, 14.2. */
    @Test
    void aUnitThatNobodyKnowsIsIgnored() throws Exception {
        HttpResponse<byte[]> answer = get(name, "Range", "lines=1-2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(backup));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 1", "bytes=0-, 1", "bytes=-999999999999, 1", "bytes=1-, 0", "bytes=-1, 0"})
    void onlyThePartThatADownloadBeginsWithIsRecorded(String range, int recorded) throws Exception {
        int before = record.latest(1_000).size();

        assertThat(get(name, "Range", range).statusCode()).isEqualTo(206);

        assertThat(record.latest(1_000)).hasSize(before + recorded);
    }

    /** An image of a foreign page would otherwise fill the record, which nobody can shorten. */
    @ParameterizedTest
    @ValueSource(strings = {PATH, "/%61pi/v1/backups", "/api/./v1/backups", "/api;x/v1/backups"})
    void aForeignPageCannotDownload(String path) throws IOException {
        List<Operation> before = record.latest(10);

        Answer answer = HttpCalls.call(port(), "GET", path + "/" + name, "Sec-Fetch-Site: cross-site");

        assertThat(answer.status()).isIn(400, 403);
        assertThat(record.latest(10)).isEqualTo(before);
    }

    @Test
    void whatIsNoBackupOfOursIsNotFoundAndNotRecorded() throws IOException {
        List<Operation> before = record.latest(10);
        Files.writeString(backup.resolveSibling("notes.db"), "no database");
        Files.createDirectory(backup.resolveSibling("folder.sqlite"));

        for (String other : List.of("unknown.sqlite", "notes.db", "folder.sqlite", name + ".json", name + ".sha256")) {
            assertProblem(HttpCalls.call(port(), "GET", PATH + "/" + other), 404, "backup_not_found");
            assertThat(record.latest(10)).isEqualTo(before);
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
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothingCanBeChangedThisWay(String method) throws IOException {
        assertProblem(HttpCalls.call(port(), method, PATH + "/" + name), 405, "method_not_allowed");
        assertProblem(HttpCalls.call(port(), method, PATH), 405, "method_not_allowed");
        assertThat(backup).exists();
    }

    private List<String> states() throws IOException {
        return HttpCalls.call(port(), "GET", PATH)
                .json()
                .get("backups")
                .valueStream()
                .map(entry ->
                        entry.get("name").asString() + " " + entry.get("state").asString() + " "
                                + entry.get("reason").asString("null"))
                .toList();
    }

    private HttpResponse<byte[]> get(String file, String... headers) throws IOException, InterruptedException {
        String encoded = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + PATH + "/" + encoded));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static void shorten(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() - 1);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }
}
