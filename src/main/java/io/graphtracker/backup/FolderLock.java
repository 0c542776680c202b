package io.graphtracker.backup;

import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The right to make a backup in a folder, held over threads and processes by an operating-system lock on a file there. A
 * crash releases it. The file itself stays: to delete it would let two processes lock two different files of that name.
 */
public final class FolderLock implements AutoCloseable {

    static final String FILE = ".graph_tracker.lock";

    /**
     * The folders this process has locked, and since when. It must not as much as open the file a second time: to close any
     * channel on a file drops all locks that the process has on it (POSIX), and another process could take them.
     */
    private static final ConcurrentMap<Path, ZonedDateTime> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param now noted in the file, for those who come meanwhile
     * @throws BackupException if another backup holds it, or something else has the place of its file
     */
    static FolderLock acquire(Path folder, ZonedDateTime now) throws IOException {
        Path real = folder.toRealPath();
        ZonedDateTime since = HELD.putIfAbsent(real, now);
        if (since != null) {
            throw new BackupException(BackupProblem.BACKUP_RUNNING, since);
        }
        try {
            return new FolderLock(real, lock(real.resolve(FILE), now));
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FileChannel lock(Path file, ZonedDateTime now) throws IOException {
        // to open a pipe would wait for who reads it, for ever; a link could lead to a file that is not ours to write
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw BackupException.ofKind(BackupProblem.BACKUPS_DIR_UNUSABLE, "lock-file", null, file.getParent());
        }
        FileChannel channel =
                PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (channel.tryLock() == null) {
                throw new BackupException(BackupProblem.BACKUP_RUNNING, since(file, now.getZone()));
            }
            PrivateFiles.giveToOwnerOfFolder(file);
            note(channel, now.toInstant());
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Only for those who come meanwhile: on a full disk there is no room even for this, and the check for space follows. */
    private static void note(FileChannel channel, Instant now) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(now.toString().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            // they are told the file's time then
        }
    }

    private static ZonedDateTime since(Path file, ZoneId zone) throws IOException {
        try {
            return Instant.parse(Files.readString(file)).atZone(zone);
        } catch (DateTimeException | IOException e) {
            // just being written, or (Windows) not readable while locked; the holder wrote the file when it began
            return Files.getLastModifiedTime(file).toInstant().atZone(zone);
        }
    }

    /** Closing the channel releases the lock; if it cannot be closed, the lock ends with the process. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the backup is made, or not, whatever becomes of the lock
        } finally {
            HELD.remove(folder);
        }
    }
}
