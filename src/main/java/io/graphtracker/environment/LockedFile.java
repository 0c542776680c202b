package io.graphtracker.environment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * An operating-system lock on a file, exclusive between processes and within this one. A crash releases it. The file
 * is never deleted: otherwise two processes could lock two different files of that name.
 */
public final class LockedFile implements AutoCloseable {

    /**
     * The files this process has locked, and the notes of their holders. The process must not even open such a file a
     * second time: closing any channel of a file drops all locks of the process on it (POSIX).
     */
    private static final ConcurrentMap<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private LockedFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param note shown to others that try to take the lock; also written into the file, for other processes
     * @throws HeldException if this or another process has the lock
     * @throws NotAFileException if the path is not a regular file
     * @throws FileSystemException if the file cannot be opened
     */
    public static LockedFile take(Path file, String note) throws IOException, HeldException {
        Path real = PrivateFiles.folderOf(file).toRealPath().resolve(file.getFileName());
        String noted = HELD.putIfAbsent(real, note);
        if (noted != null) {
            throw new HeldException(noted);
        }
        try {
            return new LockedFile(real, lock(real, note));
        } catch (IOException | HeldException | RuntimeException | Error e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FileChannel lock(Path file, String note) throws IOException, HeldException {
        // opening a pipe could wait forever for a reader; a link could lead to a file that must not be overwritten
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotAFileException(file);
        }
        FileChannel channel =
                PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            if (channel.tryLock() == null) {
                throw new HeldException(noteOfAnother(file));
            }
            PrivateFiles.giveToOwnerOfFolder(file);
            write(channel, note);
            return channel;
        } catch (IOException | HeldException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** Does not fail: on a full disk there may be no space even for the note. */
    private static void write(FileChannel channel, String note) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            // others will see no note
        }
    }

    /** The note in the file; empty while it is being written, or if it cannot be read while locked (Windows). */
    private static String noteOfAnother(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Releases the lock.
     *
     * @throws IOException if the file cannot be closed; then the lock ends with the process at the latest
     */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }

    /** The lock is taken. */
    public static final class HeldException extends Exception {

        private final String note;

        HeldException(String note) {
            super("The file is locked", null, false, false);
            this.note = note;
        }

        /** The holder's note, if it can be read. */
        public Optional<String> note() {
            return Optional.of(note).filter(text -> !text.isEmpty());
        }
    }

    /** The path to lock is not a regular file. */
    public static final class NotAFileException extends FileSystemException {

        NotAFileException(Path place) {
            super(place.toString(), null, "not a regular file");
        }
    }
}
