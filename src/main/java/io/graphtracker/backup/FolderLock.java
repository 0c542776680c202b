package io.graphtracker.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The right to make a backup in a folder, held over threads and processes by an operating-system lock on a file there. A
 * crash releases it. The file itself stays: to delete it would let two processes lock two different files of that name.
 */
final class FolderLock implements AutoCloseable {

    static final String FILE = ".graph_tracker.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param now noted in the file, for those who come meanwhile
     * @throws BackupException if another backup holds it
     */
    static FolderLock acquire(Path folder, ZonedDateTime now) throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!lock(channel)) {
                throw new BackupException(BackupProblem.BACKUP_RUNNING, since(file, now.getZone()));
            }
            note(channel, now.toInstant());
            return new FolderLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void note(FileChannel channel, Instant now) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(now.toString().getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static ZonedDateTime since(Path file, ZoneId zone) throws IOException {
        try {
            return Instant.parse(Files.readString(file)).atZone(zone);
        } catch (DateTimeException | IOException e) {
            // just being written, or (Windows) not readable while locked; the holder wrote the file when it began
            return Files.getLastModifiedTime(file).toInstant().atZone(zone);
        }
    }

    /** Closing the channel releases the lock. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
