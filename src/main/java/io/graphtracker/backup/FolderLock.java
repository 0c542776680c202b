package io.graphtracker.backup;

import io.graphtracker.environment.LockedFile;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * The right to make a backup in a folder, exclusive among threads and processes: an operating-system lock on a file in
 * it. A crash releases it.
 *
 * @see "docs/decisions/2026-11-23-static-lock-registry.md"
 */
public final class FolderLock implements AutoCloseable {

    static final String FILE = ".graph_tracker.lock";

    private final LockedFile locked;

    private FolderLock(LockedFile locked) {
        this.locked = locked;
    }

    /**
     * Takes the lock.
     *
     * @param now written to the file, for those who are refused meanwhile
     * @throws BackupException {@code backup_running} if another backup has it, {@code backups_dir_unusable} if
     *     something that is not a file has the name of its file
     */
    static FolderLock acquire(Path folder, ZonedDateTime now) throws IOException {
        Path file = folder.toRealPath().resolve(FILE);
        try {
            return new FolderLock(LockedFile.take(file, now.toInstant().toString()));
        } catch (LockedFile.HeldException e) {
            throw new BackupException(
                    BackupProblem.BACKUP_RUNNING,
                    since(e.note().orElse(""), file).atZone(now.getZone()));
        } catch (LockedFile.NotAFileException e) {
            throw BackupException.of(ProblemKind.FOLDER_LOCK_NOT_A_FILE, PrivateFiles.folderOf(file));
        }
    }

    private static Instant since(String note, Path file) throws IOException {
        try {
            return Instant.parse(note);
        } catch (DateTimeException e) {
            // the holder wrote to the file when it started
            return Files.getLastModifiedTime(file).toInstant();
        }
    }

    /** Releases the lock; if the file cannot be closed, the lock ends with the process. */
    @Override
    public void close() {
        try {
            locked.close();
        } catch (IOException e) {
            // does not affect the result of the backup
        }
    }
}
