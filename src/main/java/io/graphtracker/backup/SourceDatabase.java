package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
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
 * The live database, on a connection outside the pool. Only SQLite ever opens its files: closing a file handle of our
 * own would release SQLite's locks (POSIX), and another process could write at the same time.
 *
 * @see "docs/decisions/2026-11-25-forced-to-disk-once.md"
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
     * The file of the database that the application uses.
     *
     * @throws BackupException {@code unsupported_database} if it is not SQLite
     * @see "docs/decisions/2026-11-23-unsupported-engine-comes-first.md"
     */
    public static Path fileOf(DatabaseUrl database) {
        return switch (database) {
            case DatabaseUrl.Sqlite(Path file) -> file;
            case DatabaseUrl other -> throw new BackupException(BackupProblem.UNSUPPORTED_DATABASE, other.engine());
        };
    }

    /**
     * Opens the database.
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
     * Whether it has no tables. To SQLite, an empty file is a valid database; to its owner it is a lost database, and a
     * copy of it is no backup.
     */
    boolean isEmpty() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            return tables.getLong(1) == 0;
        }
    }

    /**
     * Whether its file ends within a page. SQLite silently reads the missing rest as zeros. The length comes from the
     * file system; the file is not opened.
     */
    boolean isCutOff() throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("PRAGMA page_size")) {
            return Files.size(file) % size.getLong(1) != 0;
        } catch (NoSuchFileException e) {
            // deleted, while SQLite still has it open
            throw BackupException.causedBy(e, BackupProblem.DATABASE_MISSING, file);
        }
    }

    /** The expected size of a copy in bytes; free pages are not copied. */
    long estimatedBytes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet pages = statement.executeQuery("SELECT (p.page_count - f.freelist_count) * s.page_size"
                        + " FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s")) {
            return pages.getLong(1);
        }
    }

    SchemaFingerprint fingerprint() throws SQLException {
        return SchemaFingerprint.read(connection);
    }

    /**
     * Writes a consistent, compact copy into an empty file, from one read snapshot and without side files, while others
     * continue to read and write. The copy is not forced to the disk, see {@link PartFile#forceAsync}.
     *
     * @param job receives the progress, and can be cancelled
     * @see <a href="https://www.sqlite.org/lang_vacuum.html#vacuuminto">SQLite: VACUUM INTO</a>
     */
    void copyInto(Path part, BackupJob job) throws SQLException {
        SqliteProgress.watch(connection, job, () -> Files.size(part));
        try (Unsynchronized writes = new Unsynchronized();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        }
    }

    /**
     * Turns fsync off for this connection until closed. {@code VACUUM INTO} applies the source's setting to its target,
     * and this connection writes nothing else meanwhile. It must be on again before the connection closes: closing the
     * last connection to the live database moves the write-ahead log into the database and deletes it, which is safe
     * only with fsync.
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

    /** Logs a failure instead of throwing: it does not affect a copy that was made. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("The connection to the database could not be closed", e);
        }
    }
}
