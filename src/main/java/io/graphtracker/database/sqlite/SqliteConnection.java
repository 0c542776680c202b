package io.graphtracker.database.sqlite;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Properties;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection whose transactions begin as what they are, and that never claims a transaction it does not have. One that writes
 * takes the write lock at its beginning, waiting for it up to the busy timeout; one that only reads takes none, and in WAL mode
 * never waits.
 *
 * <p>By default SQLite begins every transaction as a reader. One that reads first and then writes is refused at once, without
 * waiting, if another wrote meanwhile ({@code SQLITE_BUSY_SNAPSHOT}): its snapshot is old. Spring tells a connection what is to
 * come by {@code setReadOnly}, before it begins; the driver's own support for that, {@code jdbc.explicit_readonly}, refuses
 * the call once a connection has executed any statement, and so cannot be used with a pool.
 *
 * <p>What the driver does after a failure is wrong in three ways, each of which made a pooled connection useless or untrue:
 *
 * <ul>
 *   <li>It notes that a transaction has begun, or has ended, before it tries. After a refused {@code BEGIN} all that follows
 *       would be stored statement by statement, and could not be rolled back.
 *   <li>{@code commit()} and {@code rollback()} begin the next transaction at once. If that one has to wait for the write lock in
 *       vain, a change that is stored is told as failed; if not, an idle connection holds the lock. Here the next one begins as a
 *       reader; whoever goes on writing without {@code setAutoCommit} may be refused, but nobody here does.
 *   <li>{@code rollback()} fails if SQLite has rolled back by itself, as it does on a full disk.
 * </ul>
 *
 * @see <a href="https://www.sqlite.org/lang_transaction.html">SQLite: transactions</a>
 * @see <a href="https://github.com/xerial/sqlite-jdbc/issues/683">The driver's flag is set before BEGIN</a>
 */
class SqliteConnection extends JDBC4Connection {

    /** The class of SQL states by which a pool knows that a connection is of no more use. */
    private static final String CONNECTION_FAILURE = "08006";

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

    /** Begins a transaction, or ends one by committing it. If that fails, nothing has begun, or nothing was stored. */
    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        try {
            super.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            if (autoCommit) {
                rollBackAndBegin();
                execute("rollback;");
            }
            getConnectionConfig().setAutoCommit(true);
            throw e;
        }
    }

    @Override
    public void commit() throws SQLException {
        TransactionMode mode = getConnectionConfig().getTransactionMode();
        getConnectionConfig().setTransactionMode(TransactionMode.DEFERRED);
        try {
            super.commit();
        } finally {
            getConnectionConfig().setTransactionMode(mode);
        }
    }

    @Override
    public void rollback() throws SQLException {
        // who could not begin one may want to roll back all the same, as Flyway does
        if (!getAutoCommit()) {
            rollBackAndBegin();
        }
    }

    /** That a transaction can begin proves that none is open any more, whoever rolled it back. */
    private void rollBackAndBegin() throws SQLException {
        try {
            execute("rollback;");
        } catch (SQLException e) {
            // usually because SQLite has done so; else the next one fails, too
        }
        try {
            execute("begin;");
        } catch (SQLException e) {
            throw new SQLNonTransientConnectionException(
                    "A transaction could be neither stored nor rolled back.", CONNECTION_FAILURE, e);
        }
    }

    private void execute(String sql) throws SQLException {
        getDatabase().exec(sql, false);
    }
}
