package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.environment.LockedFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks the files of a restore across processes, with a lock of the operating system: a second Graph Tracker that is
 * started meanwhile must not mistake a running restore for an interrupted one. A crash releases it.
 */
final class RestoreLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RestoreLock.class);

    /** Nothing is stored for other processes but that the lock is taken. */
    private static final String NO_NOTE = "";

    private final LockedFile locked;

    private RestoreLock(LockedFile locked) {
        this.locked = locked;
    }

    /**
     * Takes it.
     *
     * @throws BackupException {@code restore_running} if it is taken, {@code restore_refused} if its file cannot be
     *     opened
     */
    static RestoreLock require(DatabaseFiles files) throws IOException {
        try {
            return take(files).orElseThrow(() -> new BackupException(BackupProblem.RESTORE_RUNNING));
        } catch (FileSystemException e) {
            throw BackupException.causedBy(e, ProblemKind.RESTORE_LOCK, files.lock());
        }
    }

    /** Takes it; empty if somebody else has it, in this process or another. */
    static Optional<RestoreLock> take(DatabaseFiles files) throws IOException {
        try {
            return Optional.of(new RestoreLock(LockedFile.take(files.lock(), NO_NOTE)));
        } catch (LockedFile.HeldException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            locked.close();
        } catch (IOException e) {
            log.warn("The lock of a restore could not be given back; it ends with the process", e);
        }
    }
}
