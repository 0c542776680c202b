package io.graphtracker.backup.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.audit.AuditLog;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** A running server with one backup in its folder. */
abstract class CatalogHttpFixture extends RunningServer {
    static final String PATH = "/api/v1/backups";

    @Autowired
    AuditLog auditLog;

    @Autowired
    ConfigurableApplicationContext context;

    Path backup;
    String name;

    @BeforeEach
    void makeABackup() throws IOException {
        env("BACKUPS_DIR=backups\n");
        Answer made = HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        backup = Path.of(made.json().get("path").asString());
        name = backup.getFileName().toString();
    }

    List<String> states() throws IOException {
        return HttpCalls.call(port(), "GET", PATH)
                .json()
                .get("backups")
                .valueStream()
                .map(entry ->
                        entry.get("name").asString() + " " + entry.get("state").asString() + " "
                                + entry.get("reason").asString("null"))
                .toList();
    }

    HttpResponse<byte[]> get(String file, String... headers) throws IOException, InterruptedException {
        String encoded = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + PATH + "/" + encoded));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            HttpCalls.check(answer);
            return answer;
        }
    }

    static void shorten(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() - 1);
        }
    }

    static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }
}
