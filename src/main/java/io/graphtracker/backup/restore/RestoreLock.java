package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to work on the files of a restore, held over processes by an operating-system lock: a second Graph Tracker that is
 * started meanwhile must not take a restore under way for one that was interrupted. A crash releases it.
 */
final class RestoreLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RestoreLock.class);

    private final FileChannel channel;

    private RestoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @throws BackupException {@code restore_running} if somebody else has it, {@code restore_refused} if its file cannot be opened
     */
    static RestoreLock require(DatabaseFiles files) throws IOException {
        try {
            return take(files).orElseThrow(() -> new BackupException(BackupProblem.RESTORE_RUNNING));
        } catch (FileSystemException e) {
            throw BackupException.ofKind(BackupProblem.RESTORE_REFUSED, "lock", e, files.lock());
        }
    }

    /** Takes it; empty if somebody else has it. */
    static Optional<RestoreLock> take(DatabaseFiles files) throws IOException {
        FileChannel channel = PrivateFiles.open(
                files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (channel.tryLock() != null) {
                PrivateFiles.giveToOwnerOfFolder(files.lock());
                return Optional.of(new RestoreLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            log.debug("This process has it already", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            log.warn("The lock of a restore could not be given back; it ends with the process", e);
        }
    }
}
