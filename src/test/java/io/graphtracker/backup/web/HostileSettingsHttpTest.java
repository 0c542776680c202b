package io.graphtracker.backup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.FileTree;
import io.graphtracker.testing.HostileSettings;
import io.graphtracker.testing.HostileSettings.Content;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.HttpCalls.Answer;
import io.graphtracker.testing.OwnServer;
import io.graphtracker.testing.TemporaryHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** For any {@code .env}, the running server makes a backup in the folder it names, or answers why not. */
class HostileSettingsHttpTest {

    /** The root is nested deeply enough that paths leading out of it stay below this folder. */
    private static final Path TOP = TemporaryHome.create();

    private static final Path HOME = TOP.resolve("1/2/3/4/5/6/7/8/root");

    private static OwnServer server;
    private static SortedSet<Path> tree;

    @BeforeContainer
    static void start() throws IOException {
        Files.createDirectories(HOME.resolve(HostileSettings.FOLDER));
        Files.createFile(HOME.resolve(HostileSettings.FILE));
        Files.createFile(HOME.resolve(".env"));
        server = OwnServer.start(HOME);
        // the audit log is there from the first attempt on
        HttpCalls.call(server.port(), "POST", "/api/v1/settings/backup-db");
        tree = FileTree.of(TOP);
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void anyFileIsAnsweredWithABackupOrAProblem(@ForAll("contents") Content content) throws IOException {
        Path folder = folder(content);
        try (CapturedLog log = new CapturedLog("io.graphtracker.backup")) {
            Answer answer = HttpCalls.call(server.port(), "POST", "/api/v1/settings/backup-db");

            assertThat(answer.body())
                    .doesNotContain(HostileSettings.PASSWORD)
                    .doesNotContainPattern("\\bat [\\w.$]+\\(|Exception|io\\.graphtracker|java\\.|org\\.\\w+\\.");
            assertThat(log.text()).doesNotContain(HostileSettings.PASSWORD);
            if (answer.status() == 200) {
                assertBackup(answer.json(), folder);
            } else {
                assertProblem(answer);
            }
        } finally {
            FileTree.delete(FileTree.addedSince(tree, TOP));
        }
    }

    /** Half of them as users write them, so that many name a folder; none of these is outside of ours. */
    @Provide
    Arbitrary<Content> contents() {
        return Arbitraries.oneOf(
                        HostileSettings.contents(), HostileSettings.sound().map(HostileSettings.Sound::content))
                .filter(content -> staysBelowTop(folder(content)));
    }

    private static boolean staysBelowTop(@Nullable Path folder) {
        return folder == null || folder.startsWith(TOP);
    }

    /** How the value is resolved is tested elsewhere; null if it names no folder. */
    private static @Nullable Path folder(Content content) {
        try {
            Files.write(HOME.resolve(".env"), content.bytes());
            return server.bean(BackupsDirectory.class).folder();
        } catch (BackupException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertBackup(JsonNode made, @Nullable Path folder) throws IOException {
        Path file = Path.of(made.get("path").asString());
        assertThat(file).isRegularFile().hasParent(folder);
        assertThat(FileTree.addedSince(tree, TOP))
                .allMatch(path -> path.startsWith(file.getParent()) || file.startsWith(path));
    }

    private static void assertProblem(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "instance", "ok", "code", "message", "hint");
        assertThat(problem.get("ok").asBoolean()).isFalse();
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("code").asString())
                .isIn("env_file_invalid", "backups_dir_missing", "backups_dir_empty", "backups_dir_unusable");
        for (String text : new String[] {"title", "message", "hint"}) {
            assertThat(problem.get(text).asString()).isNotBlank();
        }
        if (problem.get("code").asString().equals("env_file_invalid")) {
            assertThat(answer.body()).doesNotContain(HostileSettings.SECRET);
        }
        assertThat(FileTree.addedSince(tree, TOP)).isEmpty();
    }
}
