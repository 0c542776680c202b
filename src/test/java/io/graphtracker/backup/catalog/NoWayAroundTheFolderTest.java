package io.graphtracker.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.TestBackups;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.testing.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that are not in the listing, for every operation that takes a name. None leads anywhere, and no file is
 * changed, inside the folder or outside. {@link io.graphtracker.backup.catalog.web} tests the same over HTTP.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // nothing may be changed, so all can be asked of the same
class NoWayAroundTheFolderTest {

    private static final String NAME = "graph_tracker_20261122_213000.sqlite";

    private Path root;
    private TestBackups backups;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException, SQLException {
        root = folder;
        backups = TestBackups.start(root);
        backups.makeNamed();
        backups.makeNamed();
        assertThat(backups.file(NAME)).exists();
        // a sound backup at each place that a name could lead to
        for (String other : new String[] {"outside.sqlite", "backups/.hidden.sqlite", "backups/.upload-1.part"}) {
            Files.copy(backups.file(NAME), root.resolve(other));
        }
        Files.copy(backups.file(NAME), backups.file("." + NAME + ".part"));
        Files.createDirectory(backups.file("sub"));
        Files.copy(backups.file(NAME), backups.file("sub").resolve("inner.sqlite"));
        if (!OS.WINDOWS.isCurrentOs()) {
            links();
        }
    }

    @AfterAll
    void stop() {
        backups.close();
    }

    static Stream<String> names() {
        return Stream.of(
                "",
                " ",
                ".",
                "..",
                "/",
                "\\",
                "../",
                "../outside.sqlite",
                "..\\outside.sqlite",
                "./" + NAME,
                ".//" + NAME,
                "sub/inner.sqlite",
                "sub/../" + NAME,
                "../backups/" + NAME,
                "x/../../outside.sqlite",
                "....//outside.sqlite",
                "..;/outside.sqlite",
                "%2e%2e%2foutside.sqlite",
                "..%2foutside.sqlite",
                "..%5coutside.sqlite",
                "%252e%252e%252foutside.sqlite",
                "..%c0%afoutside.sqlite",
                "%uff0e%uff0e/outside.sqlite",
                "\uFF0E\uFF0E\uFF0Foutside.sqlite",
                "..\u2215outside.sqlite",
                "..\u2044outside.sqlite",
                "../live.db",
                "../.env",
                "../instance/operations.db",
                "operations.db",
                "live.db",
                "/etc/passwd",
                "file:///etc/passwd",
                "C:\\windows\\win.ini",
                "\\\\server\\share\\x.sqlite",
                "~/x.sqlite",
                "${HOME}/x.sqlite",
                NAME + "\0",
                NAME + "\0.txt",
                "\0" + NAME,
                "../outside.sqlite\0" + NAME,
                NAME + "\n",
                "\r\n" + NAME,
                NAME + " ",
                " " + NAME,
                NAME + ".",
                NAME + "/",
                NAME + "/.",
                NAME + "::$DATA",
                NAME + "?",
                NAME + "?immutable=1",
                NAME + "#",
                NAME.toUpperCase(Locale.ROOT),
                "Graph_tracker_20261122_213000.sqlite",
                // Cyrillic a, a full stop of Asia, an invisible character, one that turns the direction
                "gr\u0430ph_tracker_20261122_213000.sqlite",
                "graph_tracker_20261122_213000\u3002sqlite",
                NAME + "\u200B",
                "\u202E" + NAME,
                "\uD800",
                NAME + ".json",
                NAME + ".sha256",
                NAME + "-wal",
                "." + NAME + ".part",
                "." + NAME + ".json.new",
                ".upload-1.part",
                ".hidden.sqlite",
                ".graph_tracker.lock",
                "*.sqlite",
                "graph_tracker_*",
                "graph_tracker_2026112[0-9]_213000.sqlite",
                "{" + NAME + "}",
                "' OR 1=1 --",
                "{0}",
                "x".repeat(256),
                "x".repeat(5_000),
                "../".repeat(2_000) + "etc/passwd",
                "/".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("names")
    void leadsNowhere(String name) throws IOException {
        assertNotFound(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to-file/outside.sqlite",
                "to-folder.sqlite/outside.sqlite",
                "to-folder.sqlite/",
                "to-live.sqlite",
                "hard-live.sqlite"
            })
    @DisabledOnOs(OS.WINDOWS)
    void noLinkLeadsAnywhere(String name) throws IOException {
        assertNotFound(name);
    }

    /** They are listed as what they are, and that is all. */
    @ParameterizedTest
    @ValueSource(strings = {"to-file.sqlite", "to-folder.sqlite", "dangling.sqlite", "to-backup.sqlite"})
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsDoneWithALinkThatIsListed(String name) throws IOException {
        Map<Path, String> before = state();

        for (Consumer<String> deed : deeds()) {
            BackupException reason = catchThrowableOfType(BackupException.class, () -> deed.accept(name));
            assertThat(reason.problem())
                    .isIn(BackupProblem.BACKUP_NOT_FOUND, BackupProblem.BACKUP_KEPT, BackupProblem.BACKUP_UNUSABLE);
        }

        assertThat(state()).isEqualTo(before);
    }

    private void links() throws IOException {
        Files.createSymbolicLink(backups.file("to-file.sqlite"), root.resolve("outside.sqlite"));
        Files.createSymbolicLink(backups.file("to-backup.sqlite"), backups.file(NAME));
        Files.createSymbolicLink(backups.file("to-folder.sqlite"), root);
        Files.createSymbolicLink(backups.file("dangling.sqlite"), root.resolve("nothing"));
        Files.createSymbolicLink(backups.file("to-live.sqlite"), root.resolve("live.db"));
        Files.createLink(backups.file("hard-live.sqlite"), root.resolve("live.db"));
    }

    private void assertNotFound(String name) throws IOException {
        List<AuditEntry> recorded = backups.bean(AuditLog.class).latest(10);
        Map<Path, String> before = state();

        for (Consumer<String> deed : deeds()) {
            BackupException reason = catchThrowableOfType(BackupException.class, () -> deed.accept(name));
            assertThat(reason).isNotNull();
            assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_NOT_FOUND);
        }

        assertThat(state()).isEqualTo(before);
        assertThat(backups.bean(AuditLog.class).latest(10)).isEqualTo(recorded);
    }

    private Iterable<Consumer<String>> deeds() {
        CatalogService service = backups.bean(CatalogService.class);
        RestoreService restore = backups.bean(RestoreService.class);
        return List.of(
                name -> service.download(name, "zoe"),
                name -> service.verify(name, "zoe"),
                name -> service.setProtected(name, true, "zoe"),
                name -> service.setProtected(name, false, "zoe"),
                name -> service.delete(name, "zoe"),
                service::find,
                name -> restore.preview(new RestoreRequest.OfBackup(name)));
    }

    /** The bytes of every file in the root and below, except the audit log, which grows. */
    private Map<Path, String> state() throws IOException {
        Path auditLog = backups.bean(AuditLog.class).file();
        Map<Path, String> state = new TreeMap<>();
        for (Path path : FileTree.of(root)) {
            if (!path.equals(auditLog)) {
                state.put(path, Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Sha256.of(path) : "no file");
            }
        }
        return state;
    }
}
