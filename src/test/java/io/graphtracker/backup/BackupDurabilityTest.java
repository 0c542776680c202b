package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.crash.CrashStates;
import io.graphtracker.backup.crash.FileCall;
import io.graphtracker.backup.crash.FileTree;
import io.graphtracker.backup.crash.RecordedCalls;
import io.graphtracker.backup.crash.SyscallTrace;
import io.graphtracker.testing.CapturedLog;
import io.graphtracker.testing.Depth;
import io.graphtracker.testing.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a power cut leaves of a backup: the order in which a process writes, forces and names files is recorded, and
 * what may be on the disk after a crash at any moment of it is made and started from.
 */
@Timeout(120)
class BackupDurabilityTest {

    private static final Logger log = LoggerFactory.getLogger(BackupDurabilityTest.class);

    @TempDir(factory = MemoryFolder.class)
    Path temporary;

    private Path root;
    private Path database;
    private List<String> rows;

    @BeforeAll
    static void requireStrace() throws Exception {
        SyscallTrace.require();
    }

    @BeforeEach
    void create() throws Exception {
        root = Files.createDirectory(temporary.resolve("root")).toRealPath();
        database = TestDatabase.create(root.resolve("live.db"));
        rows = TestDatabase.rows(database);
    }

    @Test
    void eachStepIsOnTheDiskBeforeTheNextOneCountsOnIt() throws Exception {
        Path folder = Files.createDirectory(root.resolve("backups"));

        RecordedCalls calls = RecordedCalls.of(backUp(folder));

        Path published = WholeBackups.in(folder).getFirst();
        Path part = folder.resolve(
                BackupName.of(published.getFileName().toString()).orElseThrow().part());
        int named = calls.first(new FileCall.Link(part, published));
        Path checksum = beside(published, ".sha256");
        Path manifest = beside(published, ".json");
        assertThat(calls.isWritten(part, named)).as("the copy").isTrue();
        assertThat(calls.isForced(
                        folder, calls.first(new FileCall.Create(part)), calls.first(new FileCall.Create(checksum))))
                .as("the name by which the sweep finds the checksum")
                .isTrue();
        assertThat(calls.isWritten(checksum, named)).isTrue();
        assertThat(calls.isWritten(manifest, named)).isTrue();
        assertThat(calls.isForced(folder, calls.first(new FileCall.Create(manifest)), named))
                .as("their names")
                .isTrue();
        assertThat(calls.isForced(folder, named, calls.first(new FileCall.Delete(part))))
                .as("the name of the backup")
                .isTrue();
        assertThat(calls.isForced(folder, named, calls.said(BackupProcess.DONE)))
                .isTrue();
    }

    @Test
    void afterACrashThereIsAWholeBackupOrNone() throws Exception {
        Path folder = root.resolve("backups");
        TestProcedures.any().backUp(database, folder, TestJobs.any());

        recoverFromAll("backups");
    }

    @Test
    void afterACrashThereIsAWholeBackupOrNoneInANewFolder() throws Exception {
        recoverFromAll("far/away/backups");
    }

    private void recoverFromAll(String name) throws Exception {
        Path folder = root.resolve(name);
        FileTree before = FileTree.of(root);
        List<FileCall> calls = backUp(folder);
        CrashStates states = CrashStates.of(root, before, calls, Depth.of(30, 80));
        int done = RecordedCalls.of(calls).said(BackupProcess.DONE);
        Set<String> tried = new HashSet<>();
        try (CapturedLog sweeps = new CapturedLog("io.graphtracker.backup.BackupFolder")) {
            for (int point : states.points()) {
                for (FileTree state : states.at(point)) {
                    if (tried.add(state.fingerprint() + (point > done))) {
                        assertRecovers(state, before, name, point > done);
                    }
                }
            }
        }
        log.info("{} states after a crash of a backup in {}", tried.size(), name);
        assertThat(tried).hasSizeGreaterThan(100);
    }

    private void assertRecovers(FileTree state, FileTree before, String name, boolean promised) throws Exception {
        Path crashed = temporary.resolve("crashed");
        Path folder = crashed.resolve(name);
        state.writeTo(crashed);
        Files.writeString(crashed.resolve(".env"), "BACKUPS_DIR=" + name + "\n");
        try {
            WholeBackups.sweep(crashed);

            assertSound(crashed.resolve("live.db"));
            assertThat(FileTree.of(crashed).hasAllBelow(Path.of(name), before))
                    .as("older backups are what they were")
                    .isTrue();
            if (promised || Files.isDirectory(folder)) {
                List<Path> backups = WholeBackups.assertAllDescribed(folder);
                assertThat(backups).hasSizeGreaterThanOrEqualTo(backups(before, name) + (promised ? 1 : 0));
                for (Path backup : backups) {
                    assertSound(backup);
                }
                WholeBackups.assertNothingElse(folder);
            }
        } catch (AssertionError | IOException | SQLException e) {
            throw new AssertionError("After a crash that leaves " + state, e);
        }
        FileTree.delete(crashed);
    }

    private void assertSound(Path file) throws SQLException {
        try (Connection connection = TestDatabase.open(file)) {
            assertThat(TestDatabase.query(connection, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(TestDatabase.query(connection, TestDatabase.ROWS)).isEqualTo(rows);
        }
    }

    private static int backups(FileTree tree, String folder) {
        return (int) tree.files().keySet().stream()
                .filter(file -> file.startsWith(folder) && file.toString().endsWith(".sqlite"))
                .count();
    }

    private List<FileCall> backUp(Path folder) throws Exception {
        Path trace = temporary.resolve("trace.txt");
        try (ChildProcess child = BackupProcess.startAfter(
                SyscallTrace.recording(trace), BackupProcess.Way.ONCE, database, folder, temporary)) {
            child.line(line -> line.startsWith(BackupProcess.DONE));
            child.awaitEnd();
        }
        return SyscallTrace.read(trace, root);
    }

    private static Path beside(Path published, String suffix) {
        return published.resolveSibling(published.getFileName() + suffix);
    }
}
