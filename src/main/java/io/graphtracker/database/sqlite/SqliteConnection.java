package io.graphtracker.database.sqlite;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Properties;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection that begins each transaction as a reading or a writing one, and whose transaction state is always that
 * of SQLite. A writing transaction takes the write lock when it begins, waiting up to the busy timeout; a reading one
 * takes none, and in WAL mode never waits.
 *
 * <p>By default, SQLite begins every transaction as a reading one. If it writes later, and another connection has
 * written meanwhile, it fails at once because of its old snapshot ({@code SQLITE_BUSY_SNAPSHOT}). Spring announces
 * the kind of the transaction by {@code setReadOnly} before it begins. The driver's support for that,
 * {@code jdbc.explicit_readonly}, refuses the call once a connection has executed a statement, and so cannot be used
 * with a pool.
 *
 * <p>The driver handles failures wrongly in three ways, each of which made a pooled connection unusable or
 * unreliable:
 *
 * <ul>
 *   <li>It records that a transaction has begun or ended before it tries. After a failed {@code BEGIN}, the following
 *       statements would be stored one by one, and could not be rolled back.
 *   <li>{@code commit()} and {@code rollback()} begin the next transaction at once. If that fails to get the write
 *       lock, a change that is stored is reported as failed; if it gets it, an idle connection holds the lock. Here
 *       the next transaction begins as a reading one; writing in it without {@code setAutoCommit} may fail, but no
 *       code here does that.
 *   <li>{@code rollback()} fails if SQLite has rolled back by itself, as it does on a full disk.
 * </ul>
 *
 * @see "docs/decisions/2026-11-25-a-connection-tells-the-truth.md"
 * @see <a href="https://www.sqlite.org/lang_transaction.html">SQLite: transactions</a>
 * @see <a href="https://github.com/xerial/sqlite-jdbc/issues/683">The driver's flag is set before BEGIN</a>
 */
class SqliteConnection extends JDBC4Connection {

    /** The class of SQL states that tells a pool that a connection is broken. */
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

    /** Begins a transaction, or commits it. If that fails, none has begun, or nothing has been stored. */
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
        // Flyway, for example, rolls back even if the transaction could not begin
        if (!getAutoCommit()) {
            rollBackAndBegin();
        }
    }

    /** If a transaction can begin, none is open any more, for whatever reason. */
    private void rollBackAndBegin() throws SQLException {
        try {
            execute("rollback;");
        } catch (SQLException e) {
            // usually because SQLite has rolled back already; otherwise the next statement fails, too
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
