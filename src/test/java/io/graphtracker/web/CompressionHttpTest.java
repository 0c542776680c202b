package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are compressed for browsers that can read that. */
class CompressionHttpTest extends RunningServer {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app/css/project.css",
                "/app/restore-banner.nocache.js",
                // the answer that a page's first request gets, in the form of all later ones
                "/?v-r=init&location=&query="
            })
    void whatPagesConsistOfIsCompressed(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.equalsIgnoreCase("accept-encoding"));
        byte[] unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(new String(unzipped, StandardCharsets.UTF_8)).isNotBlank();
        assertThat(answer.body().length).isLessThan(unzipped.length / 2);
    }

    @Test
    void aBackupIsDownloadedAsItIs() throws Exception {
        env("BACKUPS_DIR=backups\n");
        Path backup = Path.of(HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db")
                .json()
                .get("path")
                .asString());

        HttpResponse<byte[]> answer = get("/api/v1/backups/" + backup.getFileName());

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(Files.size(backup));
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(backup));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .header("Accept-Encoding", "gzip")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
