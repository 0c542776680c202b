package io.graphtracker.database.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/**
 * Looks, between the steps of a long statement, how far it is and whether it is to stop. SQLite calls it on the thread of the
 * statement, so unlike {@link java.sql.Statement#cancel()}, which is lost before {@code execute}, no wish to stop is missed.
 *
 * @see <a href="https://www.sqlite.org/c3ref/progress_handler.html">SQLite: progress callbacks</a>
 */
public final class SqliteProgress extends ProgressHandler {

    /** Some thousand rows: a few milliseconds, and too rare to cost anything. */
    private static final int STEPS_BETWEEN_LOOKS = 10_000;

    private static final long NANOS_BETWEEN_MEASUREMENTS = Duration.ofMillis(50).toNanos();

    private final ProgressMonitor watch;
    private final Measurement done;
    private long measured = Long.MIN_VALUE;

    private SqliteProgress(ProgressMonitor watch, Measurement done) {
        this.watch = watch;
        this.done = done;
    }

    /** How much is done by now, in bytes. */
    public interface Measurement {
        long bytes() throws IOException;
    }

    /** Stops statements of a connection when the work is to stop. */
    public static void watch(Connection connection, ProgressMonitor watch) throws SQLException {
        watch(connection, watch, () -> -1);
    }

    /** Does so, and notes how far they are. */
    public static void watch(Connection connection, ProgressMonitor watch, Measurement done) throws SQLException {
        setHandler(connection, STEPS_BETWEEN_LOOKS, new SqliteProgress(watch, done));
    }

    @Override
    protected int progress() {
        if (watch.isCancelled()) {
            return 1;
        }
        long now = watch.elapsed().toNanos();
        if (now - measured >= NANOS_BETWEEN_MEASUREMENTS || measured == Long.MIN_VALUE) {
            measured = now;
            measure();
        }
        return 0;
    }

    private void measure() {
        try {
            long bytes = done.bytes();
            if (bytes >= 0) {
                watch.advanceTo(bytes);
            } else {
                watch.heartbeat();
            }
        } catch (IOException e) {
            // how far it is cannot be told now; what is wrong with the file will show by itself
        }
    }
}
