package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupManifestTest {

    private static final ZonedDateTime CREATED = ZonedDateTime.parse("2026-11-22T21:30:00+01:00[Europe/Berlin]");

    private static final BackupManifest.FailedCheck FAILURE =
            new BackupManifest.FailedCheck(Instant.parse("2026-11-23T08:00:00Z"), "checksum");

    private static final BackupManifest.NotRestorable REASON =
            new BackupManifest.NotRestorable(Instant.parse("2026-11-23T08:00:00Z"), "view", List.of("my view"));
    private static final FileStamp STAMP = new FileStamp(Instant.parse("2026-11-22T20:30:00.123456789Z"), 4711L);

    @TempDir
    Path folder;

    private Path file;
    private BackupManifest manifest;

    @BeforeEach
    void create() {
        Map<String, Long> contents = new LinkedHashMap<>();
        contents.put("projects", 3L);
        contents.put("nodes", 20L);
        contents.put("edges", 5_000_000_000L);
        manifest = TestManifests.of(
                folder.resolve("graph_tracker_20261122_213000.sqlite"), 5_000_000_000L, CREATED, contents);
        file = folder.resolve("manifest.json");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        write(manifest.toJson());

        assertThat(BackupManifest.read(file)).contains(manifest);
        assertThat(BackupManifest.read(file).orElseThrow().contents()).containsExactlyEntriesOf(manifest.contents());
    }

    @Test
    void aSchemaWithoutVersionIsReadAgain() throws IOException {
        write(json().replaceFirst("\"schema_version\" *: *\"2\"", "\"schema_version\" : null"));

        assertThat(BackupManifest.read(file))
                .hasValueSatisfying(read -> assertThat(read.schemaVersion()).isNull());
    }

    /** Other programs read this format. */
    @Test
    void isPlainJson() {
        assertThat(json()).isEqualToNormalizingNewlines("""
                        {
                          "format" : 1,
                          "file" : "graph_tracker_20261122_213000.sqlite",
                          "kind" : "manual",
                          "created_at" : "2026-11-22T20:30:00Z",
                          "zone" : "Europe/Berlin",
                          "proven_at" : "2026-11-22T20:30:01Z",
                          "application_version" : "1.2.3",
                          "schema_version" : "2",
                          "size_bytes" : 5000000000,
                          "sha256" : "0000000000000000000000000000000000000000000000000000000000000000",
                          "duration_ms" : 1500,
                          "contents" : {
                            "projects" : 3,
                            "nodes" : 20,
                            "edges" : 5000000000
                          }
                        }""");
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsWrittenAndReadAgain(BackupKind kind) throws IOException {
        BackupManifest other = TestManifests.of(folder.resolve("x.sqlite"), 1, CREATED, kind);
        write(other.toJson());

        assertThat(file).content().contains("\"kind\" : \"" + kind.code() + "\"");
        assertThat(BackupManifest.read(file)).contains(other);
    }

    /** Versions that do not know these members must be able to read it, so they are omitted if they have no value. */
    @Test
    void protectionAndAFailedCheckAreWrittenOnlyIfThereAre() {
        assertThat(json()).doesNotContain("protected", "failed_check");
        assertThat(manifest.isProtected()).isFalse();
        assertThat(manifest.withProtection(true).withProtection(false).toJson()).isEqualTo(manifest.toJson());
        assertThat(manifest.withFailedCheck(FAILURE)
                        .withPassedCheck(manifest.provenAt(), null)
                        .toJson())
                .isEqualTo(manifest.toJson());
    }

    @Test
    void protectionIsReadAgain() throws IOException {
        BackupManifest kept = manifest.withProtection(true);
        write(kept.toJson());

        assertThat(file).content().contains("\"protected\" : true");
        assertThat(BackupManifest.read(file)).contains(kept);
        assertThat(kept.isProtected()).isTrue();
        assertThat(kept.withProtection(false)).isEqualTo(manifest);
    }

    @Test
    void aFailedCheckIsReadAgain() throws IOException {
        BackupManifest failed = manifest.withFailedCheck(FAILURE);
        write(failed.toJson());

        assertThat(file).content().containsIgnoringWhitespaces("""
                "failed_check": {"at": "2026-11-23T08:00:00Z", "reason": "checksum"}""");
        assertThat(BackupManifest.read(file)).contains(failed);
        assertThat(failed.provenAt()).isEqualTo(manifest.provenAt());
    }

    @Test
    void whyItCannotBeRestoredIsReadAgain() throws IOException {
        BackupManifest other = manifest.withNotRestorable(REASON, STAMP);
        write(other.toJson());

        assertThat(file).content().containsIgnoringWhitespaces("""
                "not_restorable": {"at": "2026-11-23T08:00:00Z", "reason": "view", "details": ["my view"]}""");
        assertThat(BackupManifest.read(file)).contains(other);
        assertThat(other.isRestorable()).isFalse();
        assertThat(json()).doesNotContain("restorable");
        assertThat(manifest.isRestorable()).isTrue();
        assertThat(manifest.withFailedCheck(FAILURE).isRestorable()).isFalse();
    }

    @Test
    void oneCheckReplacesTheOther() {
        BackupManifest seen = manifest.withPassedCheck(manifest.provenAt(), STAMP);
        BackupManifest other = seen.withNotRestorable(REASON, STAMP);

        assertThat(other.withFailedCheck(FAILURE)).isEqualTo(seen.withFailedCheck(FAILURE));
        assertThat(seen.withFailedCheck(FAILURE).withNotRestorable(REASON, STAMP))
                .isEqualTo(other);
        assertThat(other.withPassedCheck(manifest.provenAt(), STAMP)).isEqualTo(seen);
        assertThat(other.withProtection(true)
                        .withFile("x")
                        .withFile(manifest.file())
                        .withProtection(false))
                .isEqualTo(other);
    }

    @Test
    void theFileThatWasCheckedIsReadAgain() throws IOException {
        BackupManifest checked = manifest.withPassedCheck(manifest.provenAt(), STAMP);
        write(checked.toJson());

        assertThat(file).content().containsIgnoringWhitespaces("""
                "checked_file": {"modified_at": "2026-11-22T20:30:00.123456789Z", "inode": 4711}""");
        assertThat(BackupManifest.read(file)).contains(checked);

        BackupManifest withoutInode =
                manifest.withPassedCheck(manifest.provenAt(), new FileStamp(STAMP.modifiedAt(), null));
        write(withoutInode.toJson());
        assertThat(file).content().doesNotContain("inode");
        assertThat(BackupManifest.read(file)).contains(withoutInode);
    }

    /** Earlier versions did not record which file was checked. */
    @Test
    void withoutACheckedFileItIsOfNone() throws IOException {
        assertThat(manifest.isOf(Files.createFile(file))).isFalse();
        assertThat(manifest.withPassedCheck(manifest.provenAt(), FileStamp.of(file))
                        .isOf(file))
                .isTrue();
    }

    @Test
    void aChangeKeepsAllTheRest() {
        BackupManifest all = manifest.withPassedCheck(manifest.provenAt(), STAMP)
                .withProtection(true)
                .withFailedCheck(FAILURE);

        assertThat(all.withFile("other.sqlite").withFile(manifest.file())).isEqualTo(all);
        assertThat(all.withPassedCheck(FAILURE.at(), STAMP))
                .isEqualTo(manifest.withPassedCheck(FAILURE.at(), STAMP).withProtection(true));
        assertThat(all.withProtection(false))
                .isEqualTo(manifest.withPassedCheck(manifest.provenAt(), STAMP).withFailedCheck(FAILURE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | false",
                "null | false",
                "true | true",
            })
    void protectionMayBeSaidInAnyWay(String value, boolean expected) throws IOException {
        write(json().replaceFirst("\\{", "{ \"protected\": " + value + ","));

        assertThat(BackupManifest.read(file))
                .hasValueSatisfying(read -> assertThat(read.isProtected()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"protected\": \"of course\"",
                "\"protected\": {}",
                "\"protected\": [true]",
                "\"not_restorable\": true",
                "\"not_restorable\": {}",
                "\"not_restorable\": {\"at\": \"2026-11-23T08:00:00Z\", \"reason\": \"view\"}",
                "\"not_restorable\": {\"at\": \"2026-11-23T08:00:00Z\", \"reason\": \"view\", \"details\": [null]}",
                "\"failed_check\": true",
                "\"failed_check\": \"checksum\"",
                "\"failed_check\": {}",
                "\"failed_check\": []",
                "\"failed_check\": {\"at\": \"2026-11-23T08:00:00Z\"}",
                "\"failed_check\": {\"reason\": \"checksum\"}",
                "\"failed_check\": {\"at\": null, \"reason\": \"checksum\"}",
                "\"failed_check\": {\"at\": \"2026-11-23T08:00:00Z\", \"reason\": null}",
                "\"failed_check\": {\"at\": \"yesterday\", \"reason\": \"checksum\"}",
                "\"failed_check\": {\"at\": \"+1000000000-12-31T23:59:59Z\", \"reason\": \"checksum\"}"
            })
    void whatSaysTheseInAnotherFormIsNone(String member) throws IOException {
        write(json().replaceFirst("\\{", Matcher.quoteReplacement("{ " + member + ",")));

        assertThat(BackupManifest.read(file)).isEmpty();
    }

    @Test
    void noFailedCheckMayBeSaid() throws IOException {
        write(json().replaceFirst("\\{", "{ \"failed_check\": null,"));

        assertThat(BackupManifest.read(file)).contains(manifest);
    }

    @Test
    void tellsTheTimeOfItsServer() {
        assertThat(manifest.createdAtInZone()).isEqualTo(CREATED);
        assertThat(manifest.duration()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() throws IOException {
        write(json().replaceFirst("\\{", "{ \"colour\": [\"blue\"],"));

        assertThat(BackupManifest.read(file)).contains(manifest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format",
                "file",
                "kind",
                "created_at",
                "zone",
                "proven_at",
                "application_version",
                "size_bytes",
                "sha256",
                "duration_ms",
                "contents"
            })
    void whatLacksAFieldIsNone(String field) throws IOException {
        write(json().replace("\"" + field + "\"", "\"other_" + field + "\""));
        assertThat(BackupManifest.read(file)).isEmpty();

        write(json().replaceFirst("\"" + field + "\" :( \\{[^}]*}|[^,\n]*)", "\"" + field + "\" : null"));
        assertThat(file).content().contains("\"" + field + "\" : null");
        assertThat(BackupManifest.read(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"format\" : 1', '\"format\" : 2'",
        "'\"format\" : 1', '\"format\" : 99999999999999999999'",
        "'2026-11-22T20:30:01Z', '+20000-01-01T00:00:00Z'",
        "manual, yearly",
        "Europe/Berlin, Mars/Base",
        "2026-11-22T20:30:00Z, yesterday",
        "2026-11-22T20:30:00Z, 2026-13-45T20:30:00Z",
        "2026-11-22T20:30:00Z, +1000000000-12-31T23:59:59Z",
        "'\"2026-11-22T20:30:00Z\"', 1e300",
        "'\"2026-11-22T20:30:00Z\"', 9223372036854775807",
        "'\"projects\" : 3', '\"projects\" : \"many\"'",
        "'\"contents\" : {', '\"contents\" : ['",
        "'\"size_bytes\" : 5000000000', '\"size_bytes\" : 1e400'"
    })
    void whatHasOtherValuesIsNone(String value, String other) throws IOException {
        assertThat(json()).contains(value);
        write(json().replace(value, other));

        assertThat(BackupManifest.read(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "[]", "{}", "\"text\"", "7", "{\"format\": 1", "\0\0\0\0", "SQLite format 3\0"})
    void whatIsSomethingElseIsNone(String content) throws IOException {
        write(content);

        assertThat(BackupManifest.read(file)).isEmpty();
    }

    @Test
    void whatIsNotTextIsNone() throws IOException {
        byte[] bytes = new byte[10_000];
        new java.util.Random(7).nextBytes(bytes);
        write(bytes);

        assertThat(BackupManifest.read(file)).isEmpty();
    }

    @Test
    void whatIsNestedWithoutEndIsNone() throws IOException {
        write("{\"contents\":".repeat(5_000));
        assertThat(BackupManifest.read(file)).isEmpty();

        write("[".repeat(60_000));
        assertThat(BackupManifest.read(file)).isEmpty();
    }

    @Test
    void whatWasCutOffIsNone() throws IOException {
        String json = json();
        for (int length = 0; length < json.length() - 1; length += 7) {
            write(json.substring(0, length));
            assertThat(BackupManifest.read(file)).isEmpty();
        }
    }

    /** A file of a gigabyte under that name must not be read into memory. */
    @Test
    void whatIsTooLargeIsNone() throws IOException {
        write(json().replace("1.2.3", "x".repeat(70_000)));
        assertThat(BackupManifest.read(file)).isEmpty();

        write(json() + " ".repeat(70_000));
        assertThat(BackupManifest.read(file)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNone() {
        assertThat(BackupManifest.read(folder.resolve("missing.json"))).isEmpty();
    }

    @Test
    void aFolderIsNone() throws IOException {
        assertThat(BackupManifest.read(Files.createDirectory(file))).isEmpty();
    }

    /** A link could point anywhere. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsNone() throws IOException {
        write(manifest.toJson());
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        assertThat(BackupManifest.read(link)).isEmpty();
    }

    private String json() {
        return new String(manifest.toJson(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private void write(String content) throws IOException {
        Files.writeString(file, content);
    }

    private void write(byte[] content) throws IOException {
        Files.write(file, content);
    }
}
