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
 * What the first bytes of a SQLite file say. It is read from the file itself, before SQLite opens it: SQLite would repair in
 * silence what a copy must not need.
 *
 * @param pageSize in bytes
 * @param pages how many the file has to have
 * @param applicationId whose it is, see {@link SqliteApplicationId}
 * @param wal whether it is in WAL mode: what was written last may be in a second file beside it
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">the file format</a>
 */
public record SqliteHeader(int pageSize, long pages, int applicationId, boolean wal) {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;
    private static final int PAGE_SIZE_OFFSET = 16;

    /** The version to read decides whether SQLite opens the write-ahead log; the one to write only whether it may write. */
    private static final int READ_VERSION_OFFSET = 19;

    private static final byte WAL_VERSION = 2;
    private static final int PAGE_COUNT_OFFSET = 28;
    private static final int APPLICATION_ID_OFFSET = 68;

    /** In the header, 1 stands for the one page size that does not fit into 16 bits. */
    private static final int LARGEST_PAGE = 65_536;

    /**
     * The header of a file, if it has one. Never ask for a database that this process has open: to close a handle on it would
     * drop SQLite's locks. Links are not followed.
     */
    public static Optional<SqliteHeader> read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] header = bytes.readNBytes(LENGTH);
            return header.length == LENGTH && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                    ? Optional.of(of(ByteBuffer.wrap(header)))
                    : Optional.empty();
        }
    }

    /** A byte buffer is big-endian, as the header's fields are. */
    private static SqliteHeader of(ByteBuffer header) {
        int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE_OFFSET));
        return new SqliteHeader(
                size == 1 ? LARGEST_PAGE : size,
                Integer.toUnsignedLong(header.getInt(PAGE_COUNT_OFFSET)),
                header.getInt(APPLICATION_ID_OFFSET),
                header.get(READ_VERSION_OFFSET) == WAL_VERSION);
    }

    /**
     * Whether all that it holds is still in a second file beside it: so a database in WAL mode looks that is in use, and so young
     * that nothing was ever moved into the file itself.
     */
    public boolean isAllInWal() {
        return wal && pages <= 1;
    }

    /** How long the file has to be. */
    public long length() {
        return pageSize * pages;
    }
}
