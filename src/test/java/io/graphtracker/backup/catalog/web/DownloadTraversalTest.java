package io.graphtracker.backup.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.FileTree;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Downloads of files that are not in the folder, in every encoding, as raw bytes on a socket: none is answered with a
 * file.
 */
class DownloadTraversalTest extends RunningServer {

    private static final String SECRET = "s3cret";

    @Autowired
    private AuditLog auditLog;

    private Path folder;
    private String name;

    @BeforeEach
    void makeABackupAndWhatMustNotBeGot() throws IOException {
        env("BACKUPS_DIR=backups\nPASSWORD=" + SECRET + "\n");
        Answer made = HttpCalls.call(port(), "POST", "/api/v1/settings/backup-db");
        Path backup = Path.of(made.json().get("path").asString());
        name = backup.getFileName().toString();
        folder = backup.getParent();
        Files.copy(backup, folder.resolve(".hidden.sqlite"));
        Files.writeString(folder.resolve("notes.txt"), SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../",
                "../.env",
                "../../.env",
                "%2e%2e",
                "%2e%2e/.env",
                "%2e%2e%2f.env",
                "..%2f.env",
                "..%2F.env",
                "%2e%2e%5c.env",
                "..%5c.env",
                "..\\.env",
                "..;/.env",
                "..;x/.env",
                "%2e%2e;/.env",
                "..%3b/.env",
                "%252e%252e%252f.env",
                "..%252f.env",
                "%25252e%25252e%25252f.env",
                "..%c0%af.env",
                "%c0%ae%c0%ae%c0%af.env",
                "..%e0%80%af.env",
                "%uff0e%uff0e%u2215.env",
                "%EF%BC%8E%EF%BC%8E%EF%BC%8F.env",
                "..%E2%88%95.env",
                "..%E2%81%84.env",
                "....//.env",
                "....%2f%2f.env",
                ".//.env",
                "./../.env",
                "%2e/%2e%2e/.env",
                "/etc/passwd",
                "//etc/passwd",
                "%2fetc%2fpasswd",
                "%2Fetc%2Fpasswd%00.sqlite",
                "file:%2f%2f%2fetc%2fpasswd",
                "C:%5cwindows%5cwin.ini",
                "%5c%5cserver%5cshare%5cx.sqlite",
                "instance/graph_tracker.db",
                "..%2finstance%2fgraph_tracker.db",
                "..%2finstance%2foperations.db",
                "operations.db",
                "graph_tracker.db",
                ".env",
                ".hidden.sqlite",
                "notes.txt",
                ".graph_tracker.lock",
                "{name}.json",
                "{name}.sha256",
                ".{name}.part",
                "{name}%00",
                "{name}%00.txt",
                "..%2f{name}%00",
                "{name}%0a",
                "{name}%20",
                "%20{name}",
                "{name}.",
                "{name}/",
                "{name}/.",
                "{name}/..",
                "{name}/../{name}",
                "./{name}",
                "..%2fbackups%2f{name}",
                "%2e%2fbackups%2f{name}",
                "{name};",
                "{name};x=1",
                "{name};/../.env",
                "{name}%3bx=1",
                "{name}::$DATA",
                "{name}%3a%3a$DATA",
                "{name}%",
                "{name}%2",
                "{name}%zz",
                "%ff%fe",
                "*.sqlite",
                "graph_tracker_*",
                "*",
                "%3f"
            })
    void isNotFoundOrNotUnderstood(String path) throws IOException {
        assertRefused(path.replace("{name}", name));
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 1_000, 4_096, 7_000, 100_000})
    void aLongNameIsNotFoundOrNotUnderstood(int length) throws IOException {
        assertRefused("x".repeat(length));
        assertRefused("../".repeat(length / 3) + ".env");
        assertRefused("..%2f".repeat(length / 5) + ".env");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link.sqlite", "dangling.sqlite", "linked-folder.sqlite", "live.sqlite", "hard.sqlite"})
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatLeadsOutIsNotFollowed(String link) throws IOException {
        Path outside = home().resolve("outside");
        Files.createDirectories(outside);
        Files.copy(
                folder.resolve(name),
                outside.resolve("outside.sqlite"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path live = home().resolve("instance").resolve("graph_tracker.db");
        Files.createSymbolicLink(folder.resolve("link.sqlite"), outside.resolve("outside.sqlite"));
        Files.createSymbolicLink(folder.resolve("dangling.sqlite"), outside.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("linked-folder.sqlite"), outside);
        Files.createSymbolicLink(folder.resolve("live.sqlite"), live);
        Files.createLink(folder.resolve("hard.sqlite"), live);

        assertRefused(link);
        assertRefused("linked-folder.sqlite/outside.sqlite");
        assertRefused("linked-folder.sqlite%2foutside.sqlite");
    }

    private void assertRefused(String path) throws IOException {
        SortedSet<Path> before = FileTree.of(home());
        long downloads = downloads();
        for (String method : new String[] {"GET", "HEAD"}) {
            try (CapturedLog log = new CapturedLog("io.graphtracker")) {
                Answer answer = HttpCalls.call(port(), method, "/api/v1/backups/" + path);

                assertThat(answer.status()).as(answer.body()).isIn(400, 404);
                assertThat(answer.body()).doesNotContain(SECRET, "SQLite format", "root:", "\tat ", "Exception");
                assertThat(answer.headers().get("content-type")).isNotEqualTo("application/vnd.sqlite3");
                assertThat(log.text()).doesNotContain("Exception");
            }
        }
        assertThat(downloads()).isEqualTo(downloads);
        assertThat(FileTree.of(home())).isEqualTo(before);
    }

    private long downloads() throws IOException {
        return auditLog.latest(1_000).stream()
                .filter(operation -> operation.kind() == AuditEntryKind.DOWNLOADED && operation.succeeded())
                .count();
    }
}
