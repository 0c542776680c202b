package io.graphtracker.backup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Damage that makes reading a table practically endless: the pages of its tree refer to the same few pages again and
 * again, so that it has some hundred thousand million rows in a file of some kilobytes. SQLite opens it, and its schema
 * is valid.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#b_tree_pages">SQLite: b-tree pages</a>
 */
public final class EndlessTable {

    private static final int LEVELS = 4;
    private static final int INTERIOR_TABLE_PAGE = 5;
    private static final int HEADER_BYTES = 12;
    private static final int CELL_BYTES = 5;

    private EndlessTable() {}

    /** Makes a table endless that has a row, and fits into a page. The file must be in rollback mode, and not open. */
    public static void make(Path file, String table) throws IOException, SQLException {
        int pageBytes;
        int root;
        int pages;
        try (Connection connection = TestDatabase.open(file)) {
            pageBytes = number(connection, "PRAGMA page_size");
            pages = number(connection, "PRAGMA page_count");
            root = number(connection, "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'");
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] leaf = new byte[pageBytes];
            access.seek((long) (root - 1) * pageBytes);
            access.readFully(leaf);
            for (int level = 0; level < LEVELS; level++) {
                int page = level == 0 ? root : pages + level;
                write(access, page, interior(pageBytes, pages + level + 1));
            }
            write(access, pages + LEVELS, leaf);
            access.seek(28);
            access.writeInt(pages + LEVELS);
        }
    }

    /** A page with as many children as possible, all the same. */
    private static byte[] interior(int pageBytes, int child) {
        int cells = (pageBytes - HEADER_BYTES) / (CELL_BYTES + 2);
        int content = pageBytes - cells * CELL_BYTES;
        ByteBuffer page = ByteBuffer.allocate(pageBytes);
        page.put((byte) INTERIOR_TABLE_PAGE).putShort((short) 0).putShort((short) cells);
        page.putShort((short) content).put((byte) 0).putInt(child);
        for (int cell = 0; cell < cells; cell++) {
            page.putShort(HEADER_BYTES + 2 * cell, (short) (content + CELL_BYTES * cell));
            page.putInt(content + CELL_BYTES * cell, child);
            page.put(content + CELL_BYTES * cell + 4, (byte) Math.min(cell, 0x7f));
        }
        return page.array();
    }

    private static void write(RandomAccessFile access, int page, byte[] content) throws IOException {
        access.seek((long) (page - 1) * content.length);
        access.write(content);
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }
}
