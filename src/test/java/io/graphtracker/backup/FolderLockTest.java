package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.testing.SpecialFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T21:30:00+01:00[Europe/Berlin]");

    @TempDir
    Path folder;

    @Test
    void aSecondOneIsToldSinceWhenTheFirstHoldsIt() throws IOException {
        try (FolderLock lock = FolderLock.acquire(folder, NOW)) {
            assertThat(since(folder, NOW.plusMinutes(5))).isEqualTo(NOW);
        }
    }

    @Test
    void afterClosingItIsFree() throws IOException {
        FolderLock.acquire(folder, NOW).close();
        FolderLock.acquire(folder, NOW).close();
    }

    @Test
    void aSecondOneThatWasRefusedLeavesItHeld() throws IOException {
        try (FolderLock lock = FolderLock.acquire(folder, NOW)) {
            since(folder, NOW);
            assertThat(since(folder, NOW)).isEqualTo(NOW);
        }
    }

    /** Opening a pipe would block for ever, and every later backup would be answered that one is running. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInItsPlaceIsNotOpened() throws Exception {
        SpecialFiles.pipe(folder.resolve(FolderLock.FILE));

        assertThat(refused().textKey()).isEqualTo("backup.problem.backups-dir-unusable.lock-file");
        assertThat(refused().textKey()).isEqualTo("backup.problem.backups-dir-unusable.lock-file");
    }

    private BackupException refused() {
        return catchThrowableOfType(BackupException.class, () -> FolderLock.acquire(folder, NOW));
    }

    @Test
    void otherFoldersHaveLocksOfTheirOwn(@TempDir Path other) throws IOException {
        try (FolderLock lock = FolderLock.acquire(folder, NOW);
                FolderLock otherLock = FolderLock.acquire(other, NOW)) {
            assertThat(lock).isNotSameAs(otherLock);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theSameFolderByAnotherNameHasTheSameLock(@TempDir Path other) throws IOException {
        Path link = Files.createSymbolicLink(other.resolve("link"), folder);

        try (FolderLock lock = FolderLock.acquire(folder, NOW)) {
            assertThat(since(link, NOW)).isEqualTo(NOW);
        }
    }

    @Test
    void aLockFileThatACrashLeftBehindIsNoObstacle() throws IOException {
        Files.writeString(folder.resolve(FolderLock.FILE), "2001-01-01T00:00:00Z and a longer text than we write");

        try (FolderLock lock = FolderLock.acquire(folder, NOW)) {
            assertThat(folder.resolve(FolderLock.FILE)).hasContent("2026-11-22T20:30:00Z");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theLockFileIsPrivate() throws IOException {
        try (FolderLock lock = FolderLock.acquire(folder, NOW)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(FolderLock.FILE))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInItsPlaceIsNotFollowed(@TempDir Path other) throws IOException {
        Path foreign = Files.writeString(other.resolve("foreign"), "untouched");
        Files.createSymbolicLink(folder.resolve(FolderLock.FILE), foreign);

        assertThat(refused().textKey()).endsWith(".lock-file");
        assertThat(foreign).hasContent("untouched");
    }

    @Test
    void afterAFailureItIsNotHeld() throws IOException {
        Path inTheWay = Files.createDirectory(folder.resolve(FolderLock.FILE));
        assertThat(refused().textKey()).endsWith(".lock-file");

        Files.delete(inTheWay);
        FolderLock.acquire(folder, NOW).close();
    }

    @Test
    void anotherProcessHoldsItUntilItDies() throws Exception {
        try (LockHolder holder = LockHolder.start(folder, NOW)) {
            assertThat(holder.holdsIt()).isTrue();
            assertThat(since(folder, NOW.plusMinutes(5))).isEqualTo(NOW);

            holder.kill();
            FolderLock.acquire(folder, NOW).close();
        }
    }

    @Test
    void anotherProcessIsKeptOutAlsoAfterASecondAttemptOfOurs() throws Exception {
        try (FolderLock lock = FolderLock.acquire(folder, NOW)) {
            since(folder, NOW);
            try (LockHolder holder = LockHolder.start(folder, NOW)) {
                assertThat(holder.holdsIt()).isFalse();
            }
        }
    }

    @Test
    void whereTheOtherProcessDidNotYetSaySinceWhenTheFilesTimeIsTold() throws Exception {
        try (LockHolder holder = LockHolder.start(folder, NOW)) {
            assertThat(holder.holdsIt()).isTrue();
            Files.writeString(folder.resolve(FolderLock.FILE), "");
            Instant written = Instant.parse("2026-11-22T20:00:00Z");
            Files.setLastModifiedTime(folder.resolve(FolderLock.FILE), FileTime.from(written));

            assertThat(since(folder, NOW)).isEqualTo(written.atZone(NOW.getZone()));
        }
    }

    private static Object since(Path folder, ZonedDateTime now) {
        BackupException reason = catchThrowableOfType(BackupException.class, () -> FolderLock.acquire(folder, now));
        assertThat(reason.problem()).isEqualTo(BackupProblem.BACKUP_RUNNING);
        return reason.arguments()[0];
    }
}
