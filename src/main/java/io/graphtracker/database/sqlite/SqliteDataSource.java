package io.graphtracker.database.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to a SQLite file, all with the settings that the application relies on. */
public class SqliteDataSource extends AbstractDataSource {

    private static final String PREFIX = "jdbc:sqlite:";

    /** How long the pool waits, when it closes, for a connection that is being opened; in seconds. */
    private static final int LOGIN_TIMEOUT = 5;

    private final String fileName;
    private final Properties properties;

    public SqliteDataSource(Path file) {
        this(file, DatabaseTimeouts.DEFAULT);
    }

    public SqliteDataSource(Path file, DatabaseTimeouts timeouts) {
        this.fileName = SqliteUri.of(file);
        SQLiteConfig config = new SQLiteConfig();
        // a file that has been removed must not be created again, empty
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        // readers and the snapshot of a backup do not block writers
        config.setJournalMode(JournalMode.WAL);
        // sufficient in WAL mode: a power cut can lose the last commits, but not damage the database
        config.setSynchronous(SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(timeouts.lock().toMillis()));
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        this.properties = config.toProperties();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new SqliteConnection(PREFIX + fileName, fileName, properties);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("A SQLite database has no users.");
    }

    /** With the inherited 0, Hikari would not wait when it closes, and a connection that is being opened would leak. */
    @Override
    public int getLoginTimeout() {
        return LOGIN_TIMEOUT;
    }

    @Override
    public void setLoginTimeout(int timeout) {
        // ignored: opening a local file has no timeout, but Hikari always sets one
    }
}
