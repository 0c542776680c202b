package io.graphtracker.database.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The locks of SQLite on a database file, which show without opening the database whether another process has it open: a
 * damaged one, too.
 *
 * @see <a href="https://www.sqlite.org/lockingv3.html">SQLite: file locking</a>
 */
public final class SqliteLocks {

    /** The bytes that readers lock; a connection in WAL mode does so until it is closed. */
    private static final long SHARED_FIRST = 0x40000002L;

    private static final long SHARED_SIZE = 510;

    private SqliteLocks() {}

    /**
     * Whether another process has a database open: in WAL mode, or outside it while a transaction is running.
     *
     * <p>This process must not have it open: closing a file handle would release SQLite's POSIX locks.
     *
     * @throws IOException if the file cannot be opened for writing
     */
    public static boolean isHeldElsewhere(Path database) throws IOException {
        if (!Files.isRegularFile(database)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(SHARED_FIRST, SHARED_SIZE, false)) {
            return lock == null;
        }
    }
}
