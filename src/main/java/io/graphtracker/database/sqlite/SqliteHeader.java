package io.graphtracker.database.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The header of a SQLite file. It is read from the file itself before SQLite opens it, since SQLite would silently
 * repair what must be correct in a copy.
 *
 * @param pageSize in bytes
 * @param pages the number of pages that the file must have
 * @param applicationId see {@link SqliteApplicationId}
 * @param wal whether it is in WAL mode, so that recent changes may be in a log beside it
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">the file format</a>
 */
public record SqliteHeader(int pageSize, long pages, int applicationId, boolean wal) {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;
    private static final int PAGE_SIZE_OFFSET = 16;

    /**
     * The read version decides whether SQLite opens the write-ahead log; the write version only whether it may write.
     */
    private static final int READ_VERSION_OFFSET = 19;

    private static final byte WAL_VERSION = 2;
    private static final int PAGE_COUNT_OFFSET = 28;
    private static final int APPLICATION_ID_OFFSET = 68;

    /** In the header, 1 stands for this page size, which does not fit into 16 bits. */
    private static final int LARGEST_PAGE = 65_536;

    /**
     * The header of a file, if it has one. Must not be called for a database that this process has open: closing a
     * handle of the file would drop SQLite's locks (POSIX). Links are not followed.
     */
    public static Optional<SqliteHeader> read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] header = bytes.readNBytes(LENGTH);
            return header.length == LENGTH && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                    ? Optional.of(of(ByteBuffer.wrap(header)))
                    : Optional.empty();
        }
    }

    /** A byte buffer is big-endian by default, like the fields of the header. */
    private static SqliteHeader of(ByteBuffer header) {
        int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE_OFFSET));
        return new SqliteHeader(
                size == 1 ? LARGEST_PAGE : size,
                Integer.toUnsignedLong(header.getInt(PAGE_COUNT_OFFSET)),
                header.getInt(APPLICATION_ID_OFFSET),
                header.get(READ_VERSION_OFFSET) == WAL_VERSION);
    }

    /**
     * Whether all its contents are still in the log beside it, as those of a new database in WAL mode are until the
     * first checkpoint.
     */
    public boolean isAllInWal() {
        return wal && pages <= 1;
    }

    /** The length that the file must have, in bytes. */
    public long length() {
        return pageSize * pages;
    }
}
