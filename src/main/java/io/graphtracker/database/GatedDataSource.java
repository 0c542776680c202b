package io.graphtracker.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A data source that can be closed for a moment and opened again while it is in use, so that the database file can be
 * replaced while the application runs. No transaction is cut off: closing waits until all connections have been
 * returned.
 *
 * <p>Meanwhile, a request for a connection waits, too, and fails after a grace period. A pool is opened by the first
 * request that needs it.
 */
public class GatedDataSource extends AbstractDataSource implements DatabaseGate, AutoCloseable {

    /** The interval at which returned connections are counted; Hikari does not notify. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Supplier<HikariDataSource> opener;
    private final Duration grace;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();

    /** The pool; null until it is needed, and while the gate is shut. */
    private @Nullable HikariDataSource pool;

    /** The thread that keeps the gate shut. */
    private @Nullable Thread keeper;

    /** The number of requests that have passed the gate and are not counted by the pool yet. */
    private int entering;

    private boolean closedForGood;

    /**
     * @param opener opens a new pool
     * @param grace how long a request for a connection waits while the gate is shut
     */
    public GatedDataSource(Supplier<HikariDataSource> opener, Duration grace) {
        this.opener = opener;
        this.grace = grace;
    }

    /**
     * Borrows a connection from the current pool.
     *
     * @throws DatabaseClosedException if the gate stays shut for longer than the grace period
     * @throws SQLTransientConnectionException if the pool has no connection available
     */
    @Override
    public Connection getConnection() throws SQLException {
        HikariDataSource entered = enter();
        try {
            return entered.getConnection();
        } finally {
            leave();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("All connections have the user that DATABASE_URL names.");
    }

    /**
     * Closes the pool, does the work, and opens a new pool, also if the work fails. During the work this data source
     * has no connection, and no descriptor of the file is open. The work must not leave the file missing: SQLite
     * would create an empty one.
     *
     * @param patience how long to wait for running transactions, and for other calls of this method, to end
     * @throws GateTimeoutException if they did not end; then the work was not begun, and the pool was not closed
     * @throws IllegalStateException if called by the work itself
     * @throws Exception the exception of the work; or, if the work succeeded, the one that prevented opening a new
     *     pool, which the next request for a connection tries again
     */
    public <T extends @Nullable Object> T whileClosed(Duration patience, Callable<T> work) throws Exception {
        return whileClosed(patience, work, failure -> {});
    }

    @Override
    public <T extends @Nullable Object> T whileClosed(Duration patience, Callable<T> work, Consumer<Throwable> undo)
            throws Exception {
        shut(System.nanoTime() + patience.toNanos(), patience);
        try {
            return workWithoutPool(work, undo);
        } finally {
            unshut();
        }
    }

    /** Closes the pool when the application ends; connections still in use are closed, too. */
    @Override
    public void close() {
        lock.lock();
        try {
            closedForGood = true;
            closePool();
        } finally {
            lock.unlock();
        }
    }

    private HikariDataSource enter() throws SQLException {
        lock.lock();
        try {
            waitAtGate();
            HikariDataSource current = openPool();
            if (current == null) {
                throw new SQLException("The application is stopping, so its database is closed.");
            }
            entering++;
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            entering--;
        } finally {
            lock.unlock();
        }
    }

    private void waitAtGate() throws SQLTransientConnectionException {
        long left = grace.toNanos();
        while (keeper != null) {
            if (keeper == Thread.currentThread()) {
                throw new DatabaseClosedException("The database is closed by the very work that asks for it.");
            }
            if (left <= 0) {
                throw new DatabaseClosedException(
                        "The database is closed for a moment while its file is worked on. Try again soon.");
            }
            left = await(left);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the caller has the loop
    private long await(long nanos) throws SQLTransientConnectionException {
        try {
            return opened.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while the database was closed for a moment.", e);
        }
    }

    private void shut(long deadline, Duration patience) throws GateTimeoutException, InterruptedException {
        lock.lock();
        try {
            if (keeper == Thread.currentThread()) {
                throw new IllegalStateException("The database is closed already, by this same work.");
            }
            while (keeper != null) {
                opened.awaitNanos(timeLeft(deadline, patience));
            }
            keeper = Thread.currentThread();
            try {
                while (isInUse()) {
                    opened.awaitNanos(Math.min(LOOK_AGAIN_NANOS, timeLeft(deadline, patience)));
                }
            } catch (GateTimeoutException | InterruptedException e) {
                unshut();
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    private static long timeLeft(long deadline, Duration patience) throws GateTimeoutException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new GateTimeoutException(patience);
        }
        return left;
    }

    /** Whether connections are in use. No request passes a shut gate, so once this is false, it stays false. */
    private boolean isInUse() {
        return entering > 0 || (pool != null && pool.getHikariPoolMXBean().getActiveConnections() > 0);
    }

    private void unshut() {
        lock.lock();
        try {
            keeper = null;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T extends @Nullable Object> T workWithoutPool(Callable<T> work, Consumer<Throwable> undo)
            throws Exception {
        T result;
        try {
            closePool();
            result = work.call();
        } catch (Exception | Error failure) {
            openPoolAfter(failure);
            throw failure;
        }
        try {
            openPool();
        } catch (RuntimeException | Error failure) {
            try {
                undo.accept(failure);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
            openPoolAfter(failure);
            throw failure;
        }
        return result;
    }

    /** Throws the first of two failures, with the second one suppressed. */
    private void openPoolAfter(Throwable failure) {
        try {
            openPool();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private @Nullable HikariDataSource openPool() {
        lock.lock();
        try {
            if (pool == null && !closedForGood) {
                pool = opener.get();
            }
            return pool;
        } finally {
            lock.unlock();
        }
    }

    private void closePool() {
        lock.lock();
        try {
            if (pool != null) {
                pool.close();
                pool = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
