package io.graphtracker.environment;

import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection whose transactions begin as what they are. One that writes takes the write lock at its beginning, waiting for
 * it up to the busy timeout; one that only reads takes none, and in WAL mode never waits.
 *
 * <p>By default SQLite begins every transaction as a reader. One that reads first and then writes is refused at once, without
 * waiting, if another wrote meanwhile ({@code SQLITE_BUSY_SNAPSHOT}): its snapshot is old. Spring tells a connection what is to
 * come by {@code setReadOnly}, before it begins; the driver's own support for that, {@code jdbc.explicit_readonly}, refuses
 * the call once a connection has executed any statement, and so cannot be used with a pool.
 *
 * @see <a href="https://www.sqlite.org/lang_transaction.html">SQLite: transactions</a>
 */
class SqliteConnection extends JDBC4Connection {

    private boolean readOnly;

    SqliteConnection(String url, String fileName, Properties properties) throws SQLException {
        super(url, fileName, properties);
    }

    @Override
    public void setReadOnly(boolean newReadOnly) throws SQLException {
        checkOpen();
        readOnly = newReadOnly;
        getConnectionConfig().setTransactionMode(newReadOnly ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }
}
