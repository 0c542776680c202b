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
 * A data source that can be closed for a moment and opened again under those who use it, so that a database file can be
 * exchanged while the application runs. Nobody's transaction is cut off: closing waits for the borrowed connections.
 *
 * <p>Who asks for a connection meanwhile waits too, since a moment is usually all it takes, and is refused only after the
 * grace period. The pool is opened by the first who needs it.
 */
public class GatedDataSource extends AbstractDataSource implements AutoCloseable {

    /** How often to look whether the connections have come back; Hikari tells only who asks. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Supplier<HikariDataSource> opener;
    private final Duration grace;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();

    /** The pool, once it was needed; absent while the gate is shut. */
    private @Nullable HikariDataSource pool;

    /** Who holds the gate shut. */
    private @Nullable Thread keeper;

    /** How many have passed the gate and are not yet among the pool's borrowers. */
    private int entering;

    private boolean closedForGood;

    /**
     * @param opener opens a new pool, started already
     * @param grace how long a request for a connection waits at the shut gate
     */
    public GatedDataSource(Supplier<HikariDataSource> opener, Duration grace) {
        this.opener = opener;
        this.grace = grace;
    }

    /**
     * A connection of the current pool.
     *
     * @throws DatabaseClosedException if the gate stays shut for longer than the grace period
     * @throws SQLTransientConnectionException if the pool has no connection to give
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
     * Closes the pool, does the work, and opens a new pool, also if the work fails. During the work this process has no
     * connection of this data source, and no descriptor of the file is open. The work must not leave the file missing, for
     * SQLite would then begin an empty one.
     *
     * @param patience how long to wait for running transactions, and for other work of this kind, to end
     * @throws GateTimeoutException if they did not; then the work was not begun, and the pool was never closed
     * @throws IllegalStateException if called from within the work
     * @throws Exception what the work threw; or, though the work succeeded, what kept the new pool from being opened, and then
     *     the next request tries again
     */
    public <T extends @Nullable Object> T whileClosed(Duration patience, Callable<T> work) throws Exception {
        return whileClosed(patience, work, failure -> {});
    }

    /**
     * The same for work that can be undone if no pool can be opened on what it left: before anybody else may try to, and write
     * there.
     *
     * @param undo called in that case, with what kept the pool from being opened, which is thrown afterwards
     */
    public <T extends @Nullable Object> T whileClosed(Duration patience, Callable<T> work, Consumer<Throwable> undo)
            throws Exception {
        shut(System.nanoTime() + patience.toNanos(), patience);
        try {
            return workWithoutPool(work, undo);
        } finally {
            unshut();
        }
    }

    /** Closes the pool at the end of the application; connections that are still borrowed are cut off. */
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

    /** While the gate is shut nobody enters, so once this is false it stays false. */
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

    /** What failed first is what is told. */
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
