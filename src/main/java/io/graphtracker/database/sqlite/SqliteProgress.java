package io.graphtracker.database.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/**
 * Reports the progress of a long statement, and cancels it on request. SQLite calls it on the thread of the statement,
 * so no request is lost, as one by {@link java.sql.Statement#cancel()} is before {@code execute}.
 *
 * @see <a href="https://www.sqlite.org/c3ref/progress_handler.html">SQLite: progress callbacks</a>
 */
public final class SqliteProgress extends ProgressHandler {

    /** Some thousand rows, which take a few milliseconds; rare enough to cost nothing. */
    private static final int STEPS_BETWEEN_LOOKS = 10_000;

    private static final long NANOS_BETWEEN_MEASUREMENTS = Duration.ofMillis(50).toNanos();

    private final ProgressMonitor watch;
    private final Measurement done;
    private long measured = Long.MIN_VALUE;

    private SqliteProgress(ProgressMonitor watch, Measurement done) {
        this.watch = watch;
        this.done = done;
    }

    /** Measures how many bytes are done. */
    public interface Measurement {
        long bytes() throws IOException;
    }

    /** Lets a monitor cancel the statements of a connection. */
    public static void watch(Connection connection, ProgressMonitor watch) throws SQLException {
        watch(connection, watch, () -> -1);
    }

    /** Lets a monitor cancel the statements of a connection, and reports their progress to it. */
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
            // the progress is unknown now; a fault of the file will be reported by the statement
        }
    }
}
