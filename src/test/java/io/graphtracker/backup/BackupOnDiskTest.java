package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.graphtracker.backup.crash.FileCall;
import io.graphtracker.backup.crash.SyscallTrace;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A copy is forced to the disk once, concurrently with its checks, and before it gets its name. */
@Timeout(60)
@Thorough
class BackupOnDiskTest {

    @TempDir
    Path root;

    private Path database;
    private Path folder;

    @BeforeEach
    void create() throws IOException, SQLException {
        database = TestDatabase.createLarge(root.resolve("live.db"));
        folder = Files.createDirectory(root.resolve("backups"));
    }

    /** Holds the second task, which forces the file; the first one inspects the rows of the source. */
    private static final class SlowDisk implements Executor {

        private final Deque<Runnable> held = new ArrayDeque<>();
        private int tasks;

        @Override
        public void execute(Runnable task) {
            if (++tasks == 2) {
                held.add(task);
            } else {
                task.run();
            }
        }

        void takesIt() {
            held.remove().run();
        }
    }

    @Test
    void nothingIsPublishedBeforeTheDiskHasIt() throws Exception {
        SlowDisk disk = new SlowDisk();
        CountDownLatch checked = new CountDownLatch(1);
        BackupJob job = TestJobs.watched((self, progress) -> {
            if (progress.phase() == BackupPhase.PUBLISHING) {
                checked.countDown();
            }
        });
        FutureTask<Backup> backup =
                new FutureTask<>(() -> TestProcedures.with(disk).backUp(database, folder, job));
        Thread thread = Thread.ofPlatform().start(backup);

        Latches.await(checked);
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(FolderContents.of(folder).names()).singleElement().asString().endsWith(".part");

        disk.takesIt();
        assertThat(backup.get(30, TimeUnit.SECONDS).file()).exists();
        WholeBackups.assertNothingElse(folder);
    }

    @Test
    void cancelDoesNotWaitForTheDisk() {
        SlowDisk disk = new SlowDisk();
        BackupJob job = TestJobs.watched((self, progress) -> {
            if (progress.phase() == BackupPhase.CHECKING) {
                self.cancel();
            }
        });

        BackupException reason = catchThrowableOfType(
                BackupException.class, () -> TestProcedures.with(disk).backUp(database, folder, job));

        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_CANCELLED);
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith(FolderLock.FILE));
        disk.takesIt();
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith(FolderLock.FILE));
    }

    /**
     * A sparse volume accepts more data than its backing file has space for, and reports the error only when data is
     * forced.
     */
    @Test
    void whatTheDiskDoesNotTakeIsNoBackup() throws Exception {
        Path behind = Files.createDirectory(root.resolve("behind"));
        try (Mounts mounts = new Mounts()) {
            mounts.add("mount -t tmpfs -o size=6m none '%s' && truncate -s 64M '%s/image'", behind, behind);
            mounts.add("mkfs.ext4 -q -F '%s/image' && mount -o loop '%s/image' '%s'", behind, behind, folder);

            BackupException reason = catchThrowableOfType(
                    BackupException.class, () -> TestProcedures.any().backUp(database, folder, TestJobs.any()));

            assertThat(reason.textKey()).isEqualTo("backup.problem.not-enough-space.limit");
            assertThat(FolderContents.of(folder).names()).containsExactly("lost+found");
        }
    }

    /** Mounting needs root, and is not possible on every system. */
    private static final class Mounts implements AutoCloseable {

        private final Deque<String> made = new ArrayDeque<>();

        void add(String command, Object... paths) throws IOException, InterruptedException {
            assumeThat(run(command.formatted(paths)))
                    .as("this test needs to mount a file system")
                    .isZero();
            made.push("umount '" + paths[paths.length - 1] + "'");
        }

        private static int run(String command) throws IOException, InterruptedException {
            return new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }

        @Override
        public void close() throws IOException, InterruptedException {
            for (String unmount : made) {
                run(unmount);
            }
        }
    }

    /**
     * The last connection that closes a database moves the write-ahead log into it, which must stay as durable as ever.
     */
    @Test
    void sqliteForcesTheLiveDatabaseAloneAndJavaThePartOnce() throws Exception {
        SyscallTrace.require();
        Path crashed = crashed();
        Path trace = root.resolve("trace.txt");

        try (ChildProcess child = BackupProcess.startAfter(
                SyscallTrace.recording(trace),
                BackupProcess.Way.ONCE,
                crashed,
                folder,
                Files.createDirectory(root.resolve("t")))) {
            assertThat(child.line()).startsWith(BackupProcess.BEGIN);
            assertThat(child.line()).startsWith(BackupProcess.DONE);
            child.awaitEnd();
        }

        List<FileCall> calls = SyscallTrace.read(trace, root);
        assertThat(calls)
                .filteredOn(call -> call instanceof FileCall.Sync(Path path, int begun)
                        && path.toString().endsWith(".part"))
                .hasSize(1);
        assertThat(calls)
                .filteredOn(call -> call instanceof FileCall.Sync(Path path, int begun) && path.endsWith("crashed.db"))
                .isNotEmpty();
        assertThat(calls).contains(new FileCall.Delete(root.toRealPath().resolve("crashed.db-wal")));
    }

    /** A database with a write-ahead log that was not checkpointed. */
    private Path crashed() throws SQLException, IOException {
        Path crashed = root.resolve("crashed.db");
        try (Connection connection = TestDatabase.open(database)) {
            TestDatabase.execute(connection, "UPDATE item SET name = 'changed' WHERE id < 100");
            Files.copy(database, crashed);
            Files.copy(root.resolve("live.db-wal"), root.resolve("crashed.db-wal"));
        }
        return crashed;
    }
}
