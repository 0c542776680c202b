package io.graphtracker.backup;

import io.graphtracker.environment.LockedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * The right to make a backup in a folder, held over threads and processes by an operating-system lock on a file there. A
 * crash releases it.
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
     * @param now noted in the file, for those who come meanwhile
     * @throws BackupException if another backup holds it, or something else has the place of its file
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
            throw BackupException.ofKind(BackupProblem.BACKUPS_DIR_UNUSABLE, "lock-file", null, file.getParent());
        }
    }

    private static Instant since(String note, Path file) throws IOException {
        try {
            return Instant.parse(note);
        } catch (DateTimeException e) {
            // the holder wrote the file when it began
            return Files.getLastModifiedTime(file).toInstant();
        }
    }

    /** Closing the file releases the lock; if it cannot be closed, the lock ends with the process. */
    @Override
    public void close() {
        try {
            locked.close();
        } catch (IOException e) {
            // the backup is made, or not, whatever becomes of the lock
        }
    }
}
