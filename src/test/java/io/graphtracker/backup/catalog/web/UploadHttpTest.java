package io.graphtracker.backup.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.FolderContents;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/backups}: what is accepted, and that nothing is left of what is not. */
class UploadHttpTest extends CatalogHttpFixture {

    private static final String TYPE = "Content-Type: application/octet-stream";
    private static final String NAME = "graph_tracker_20200101_000000.sqlite";

    @Test
    void anUploadIsVerifiedAndListed() throws IOException {
        Answer answer = upload(NAME + "&modified_at=2020-01-02T03:04:05Z", Files.readAllBytes(backup), TYPE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("location", PATH + "/" + NAME);
        JsonNode entry = answer.json().get("backup");
        assertThat(entry.get("name").asString()).isEqualTo(NAME);
        assertThat(entry.get("kind").asString()).isEqualTo("uploaded");
        assertThat(entry.get("state").asString()).isEqualTo("proven");
        assertThat(answer.json().get("identical_to").asString()).isEqualTo(name);
        JsonNode original = HttpCalls.call(port(), "GET", PATH + "/" + NAME + "/manifest")
                .json()
                .at("/manifest/original");
        assertThat(original.get("name").asString()).isEqualTo(NAME);
        assertThat(original.get("modified_at").asString()).isEqualTo("2020-01-02T03:04:05Z");
        AuditEntry last = auditLog.latest(1).getFirst();
        assertThat(last.kind()).isEqualTo(AuditEntryKind.UPLOADED);
        assertThat(last.user()).isEqualTo("local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.sqlite", "%2e%2e%2fevil.sqlite", "/etc/evil.sqlite", ".hidden", "", "x%00y"})
    void aNameLeadsNowhereElse(String sent) throws IOException {
        Answer answer = upload(sent, Files.readAllBytes(backup), TYPE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().at("/backup/name").asString()).matches("graph_tracker_\\d{8}_\\d{6}(_\\d+)?\\.sqlite");
        assertThat(home().resolve("evil.sqlite")).doesNotExist();
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        FolderContents before = FolderContents.of(backup.getParent());

        assertProblem(upload("notes.txt", "no database".getBytes(), TYPE), 422, "backup_unusable");
        assertProblem(upload("empty.sqlite", new byte[0], TYPE), 422, "backup_unusable");

        assertThat(FolderContents.of(backup.getParent())).isEqualTo(before);
    }

    @Test
    void ofAnUploadThatIsCutOffNothingIsLeft() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        FolderContents before = FolderContents.of(backup.getParent());

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            String head = "POST " + PATH + "?name=" + NAME + " HTTP/1.0\r\nHost: localhost\r\n" + TYPE
                    + "\r\nContent-Length: " + (whole.length + 1) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(whole);
            socket.shutdownOutput();
            // until the server is done with it; Tomcat answers a client that is gone without a body
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400");
        }

        assertThat(FolderContents.of(backup.getParent())).isEqualTo(before);
        assertThat(auditLog.latest(1).getFirst().problem()).isEqualTo("upload_incomplete");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        Answer answer = HttpCalls.sendPart(
                port(), "POST", PATH + "?name=" + NAME, 4_000_000_001L, new byte[0], "Host: localhost", TYPE);

        assertProblem(answer, 413, "upload_too_large");
        assertThat(answer.json().get("message").asString()).contains("4.0 GB");
    }

    /** As curl does for large files: a refusal must come instead of "100 Continue", and not gigabytes later. */
    @Test
    void whoAsksBeforeSendingIsAnsweredAtOnce() throws IOException {
        String head = "POST " + PATH + "?name=" + NAME + " HTTP/1.1\r\nHost: localhost\r\n" + TYPE
                + "\r\nExpect: 100-continue\r\nContent-Length: ";

        assertThat(firstLine(head + "4000000001\r\n\r\n")).startsWith("HTTP/1.1 413");
        assertThat(firstLine(head + "4096\r\n\r\n")).startsWith("HTTP/1.1 100");
    }

    private String firstLine(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void whileTheDiskIsFull() throws IOException {
        FolderContents before = FolderContents.of(backup.getParent());
        space().answer(() -> 4_096);

        Answer answer = upload(NAME, Files.readAllBytes(backup), TYPE);

        assertProblem(answer, 500, "not_enough_space");
        assertThat(answer.json().get("hint").asString()).contains("Nothing was kept of it");
        assertThat(FolderContents.of(backup.getParent())).isEqualTo(before);
    }

    /** Its parts would be stored elsewhere first. */
    @Test
    void aFormIsRefusedUnread() throws IOException {
        Answer answer = HttpCalls.sendPart(
                port(),
                "POST",
                PATH + "?name=" + NAME,
                3_000_000_000L,
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx".getBytes(),
                "Host: localhost",
                "Content-Type: multipart/form-data; boundary=b");

        assertProblem(answer, 415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?nam=x", "?name=x&modified_at=yesterday"})
    void parametersAreRequiredAndRead(String query) throws IOException {
        Answer answer =
                HttpCalls.send(port(), "POST", PATH + query, Files.readAllBytes(backup), "Host: localhost", TYPE);

        assertProblem(answer, 400, "bad_request");
    }

    private Answer upload(String sentName, byte[] content, String... headers) throws IOException {
        String[] all = new String[headers.length + 1];
        all[0] = "Host: localhost:" + port();
        System.arraycopy(headers, 0, all, 1, headers.length);
        return HttpCalls.send(port(), "POST", PATH + "?name=" + sentName, content, all);
    }
}
