package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.database.sqlite.SqliteProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live database, on a connection that is not the pool's. Only SQLite ever opens its files: closing a handle of our own on
 * one of them would drop SQLite's locks (POSIX), and another process could write at the same time.
 */
public final class SourceDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SourceDatabase.class);

    private final Path file;
    private final Connection connection;

    private SourceDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens it.
     *
     * @throws BackupException {@code database_missing} if there is no such file
     */
    static SourceDatabase open(Path file) throws SQLException {
        if (!Files.exists(file)) {
            throw new BackupException(BackupProblem.DATABASE_MISSING, file);
        }
        return new SourceDatabase(file, SqliteFiles.open(file));
    }

    /**
     * Whether it has no tables. For SQLite a file of no bytes is a sound database; for its owner it is a database that is
     * lost, and a copy of it is no backup.
     */
    boolean isEmpty() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            return tables.getLong(1) == 0;
        }
    }

    /**
     * Whether its file ends within a page. SQLite takes what is missing there for zeros, without a word. The system is asked for
     * the length; the file is not opened.
     */
    boolean isCutOff() throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("PRAGMA page_size")) {
            return Files.size(file) % size.getLong(1) != 0;
        } catch (NoSuchFileException e) {
            // SQLite still has what was deleted
            throw BackupException.causedBy(e, BackupProblem.DATABASE_MISSING, file);
        }
    }

    /** The size of a copy in bytes; free pages are not copied. */
    long estimatedBytes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet pages = statement.executeQuery("SELECT (p.page_count - f.freelist_count) * s.page_size"
                        + " FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s")) {
            return pages.getLong(1);
        }
    }

    SchemaFingerprint identity() throws SQLException {
        return SchemaFingerprint.read(connection);
    }

    /**
     * Writes a consistent copy into an empty file, while others go on reading and writing: one read snapshot, compact, without
     * side files. It is not forced to the disk: whoever keeps it does so, see {@link PartFile#forceBeside}.
     *
     * @param run told how far the copy is, and asked whether to go on
     * @see <a href="https://www.sqlite.org/lang_vacuum.html#vacuuminto">SQLite: VACUUM INTO</a>
     */
    void copyInto(Path part, BackupJob run) throws SQLException {
        SqliteProgress.watch(connection, run, () -> Files.size(part));
        try (Unsynchronized writes = new Unsynchronized();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        }
    }

    /**
     * As long as it is open, SQLite does not wait for the disk. {@code VACUUM INTO} writes its target as the source's own setting
     * says, and this connection writes nothing else meanwhile. It must not last longer: if this is the last connection to the
     * live database, closing it moves the write-ahead log into the database and deletes it, which only the disk makes safe.
     *
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_synchronous">SQLite: PRAGMA synchronous</a>
     */
    private final class Unsynchronized implements AutoCloseable {

        Unsynchronized() throws SQLException {
            set("OFF");
        }

        private void set(String level) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = " + level);
            }
        }

        @Override
        public void close() throws SQLException {
            set("FULL");
        }
    }

    /** A connection that cannot be closed changes nothing about a copy that was made. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("The connection to the database could not be closed", e);
        }
    }
}
