package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.ChildProcess;
import io.graphtracker.testing.SpecialFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RestoreLockTest {

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    private DatabaseFiles files;

    @BeforeEach
    void create() {
        files = new DatabaseFiles(folder.resolve("graph_tracker.db"));
    }

    @Test
    void onlyOneHasItAtATime() throws IOException {
        try (RestoreLock lock = RestoreLock.require(files)) {
            assertThat(RestoreLock.take(files)).isEmpty();
        }
        RestoreLock.require(files).close();
    }

    /** A second process would take the running switch for an interrupted one, and roll it back. */
    @Test
    void anotherProcessIsKeptOutAlsoAfterASecondAttemptOfOurs() throws Exception {
        try (RestoreLock lock = RestoreLock.require(files)) {
            assertThat(RestoreLock.take(files)).isEmpty();

            assertThat(answerOfAnotherProcess()).isEqualTo("refused");
        }
        assertThat(answerOfAnotherProcess()).isEqualTo("held");
    }

    /** The JVM still holds the lock, too: it refuses another one on the same file. */
    @Test
    void aRefusedSecondAttemptLeavesTheFileLockOfTheJvm() throws IOException {
        try (RestoreLock lock = RestoreLock.require(files)) {
            assertThat(RestoreLock.take(files)).isEmpty();

            try (FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.WRITE)) {
                assertThatExceptionOfType(OverlappingFileLockException.class).isThrownBy(channel::tryLock);
            }
        }
    }

    /** Opening a pipe would block for ever. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInItsPlaceIsNotOpened() throws Exception {
        SpecialFiles.pipe(files.lock());

        BackupException reason = catchThrowableOfType(BackupException.class, () -> RestoreLock.require(files));

        assertThat(reason.kind()).isEqualTo("lock");
    }

    private String answerOfAnotherProcess() throws Exception {
        try (ChildProcess other = ChildProcess.startWhole(Other.class, temporary, files.database())) {
            return other.line();
        }
    }

    /** The other process. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(
                    RestoreLock.take(new DatabaseFiles(Path.of(arguments[0]))).isPresent() ? "held" : "refused");
        }
    }
}
