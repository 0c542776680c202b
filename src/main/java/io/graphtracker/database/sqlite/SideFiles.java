package io.graphtracker.database.sqlite;

import io.graphtracker.environment.StartupException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Protects the log and the journal beside a database from SQLite, which deletes a log beside a missing or empty
 * database, and replays one beside any other database, whether or not it belongs to it. It reports neither.
 *
 * @see <a href="https://www.sqlite.org/walformat.html">SQLite: the write-ahead log</a>
 */
public final class SideFiles {

    /** The size of a log without content, in bytes. */
    private static final int WAL_HEADER = 32;

    private static final int WAL_PAGE_SIZE_OFFSET = 8;

    private SideFiles() {}

    /**
     * Refuses a database that would lose data by being opened. Must be called before this process opens it: closing a
     * file handle later would release SQLite's POSIX locks.
     *
     * @throws StartupException if it would; the message says what was found and what to do
     */
    public static void check(Path database) {
        try {
            checkFollowed(follow(database));
        } catch (IOException e) {
            throw new StartupException(
                    "What lies beside the database " + database + " cannot be read: " + e + ".",
                    "Give the user that runs Graph Tracker permission to read the file, what lies beside it, and its "
                            + "folder, and start again.");
        }
    }

    private static void checkFollowed(Path database) throws IOException {
        Path log = SqliteSideFile.WAL.of(database);
        Path journal = SqliteSideFile.JOURNAL.of(database);
        if (size(database) == 0) {
            requireNone(database, log, size(log) > WAL_HEADER);
            requireNone(database, journal, size(journal) > 0);
        } else if (size(log) > WAL_HEADER) {
            requireOwn(database, log);
        }
    }

    private static void requireNone(Path database, Path sideFile, boolean holdsData) {
        if (holdsData) {
            throw new StartupException(
                    "The database " + database + " is " + (Files.exists(database) ? "empty" : "missing") + ", but "
                            + sideFile + " lies beside it and holds data of it, which SQLite would delete.",
                    "Put the database file back to where it was, and start again. If it is lost, move " + sideFile
                            + " to another folder, put a copy of a backup in the place of " + database
                            + ", or nothing to begin anew, and start again.");
        }
    }

    private static void requireOwn(Path database, Path log) throws IOException {
        SqliteHeader header = SqliteHeader.read(database).orElse(null);
        if (header == null || !header.wal() || logPageSize(log) != header.pageSize()) {
            throw new StartupException(
                    log + " holds data of another database than " + database + ", which it would damage.",
                    "If you put a backup in the place of the database, move " + log
                            + " to another folder, and start again. Else put the database file back to which it"
                            + " belongs.");
        }
    }

    private static int logPageSize(Path log) throws IOException {
        try (InputStream bytes = Files.newInputStream(log)) {
            return ByteBuffer.wrap(bytes.readNBytes(WAL_HEADER)).getInt(WAL_PAGE_SIZE_OFFSET);
        }
    }

    /** A missing file counts as an empty one; a folder is reported elsewhere. */
    private static long size(Path file) throws IOException {
        try {
            return Files.isDirectory(file) ? 0 : Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** SQLite keeps the log and the journal beside the file itself, and not beside a link to it. */
    private static Path follow(Path database) throws IOException {
        if (Files.exists(database)) {
            return database.toRealPath();
        }
        if (Files.exists(database, LinkOption.NOFOLLOW_LINKS)) {
            throw new StartupException(
                    "The database " + database + " is a link to " + Files.readSymbolicLink(database)
                            + ", where there is no file.",
                    "If it lies on another disk, connect that. Else correct the link, or take it away to begin anew.");
        }
        return database;
    }
}
