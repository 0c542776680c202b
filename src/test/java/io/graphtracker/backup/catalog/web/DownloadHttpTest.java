package io.graphtracker.backup.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RawNames;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads of backups over HTTP. */
class DownloadHttpTest extends CatalogHttpFixture {
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

        AuditEntry last = auditLog.latest(1).getFirst();
        assertThat(last.kind()).isEqualTo(AuditEntryKind.DOWNLOADED);
        assertThat(last.backup()).isEqualTo(name);
        assertThat(last.user()).isEqualTo("local");
        assertThat(last.succeeded()).isTrue();
    }

    @Test
    void aBackupThatWasNotCheckedHasNoChecksum() throws Exception {
        Files.delete(Path.of(backup + ".json"));

        HttpResponse<byte[]> answer = get(name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKeys("repr-digest", "x-content-sha256");
    }

    /** A user may want to rescue what is left of it. */
    @Test
    void aBrokenBackupCanBeDownloaded() throws Exception {
        shorten(backup);

        assertThat(get(name).body()).isEqualTo(Files.readAllBytes(backup));
    }

    /** Characters that are allowed in file names on Linux must not become a header. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aStrangeNameComesBackWhole() throws Exception {
        String strange = "käse \"\r\nX-Injected: y; =?.sqlite";
        RawNames.assumePossible(strange);
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
        List<AuditEntry> before = auditLog.latest(10);

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
        assertThat(auditLog.latest(10)).isEqualTo(before);
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
        List<AuditEntry> before = auditLog.latest(10);

        HttpResponse<byte[]> answer = get(name, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("content-range")).contains("bytes */" + Files.size(backup));
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(auditLog.latest(10)).isEqualTo(before);
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
        int before = auditLog.latest(1_000).size();

        assertThat(get(name, "Range", range).statusCode()).isEqualTo(206);

        assertThat(auditLog.latest(1_000)).hasSize(before + recorded);
    }

    /** An image on a foreign page would otherwise fill the audit log, which cannot be shortened. */
    @ParameterizedTest
    @ValueSource(strings = {PATH, "/%61pi/v1/backups", "/api/./v1/backups", "/api;x/v1/backups"})
    void aForeignPageCannotDownload(String path) throws IOException {
        List<AuditEntry> before = auditLog.latest(10);

        Answer answer = HttpCalls.call(port(), "GET", path + "/" + name, "Sec-Fetch-Site: cross-site");

        assertThat(answer.status()).isIn(400, 403);
        assertThat(auditLog.latest(10)).isEqualTo(before);
    }
}
