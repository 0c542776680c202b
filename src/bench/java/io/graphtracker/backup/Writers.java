package io.graphtracker.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Two threads that together commit a thousand small changes a second, each on its own connection, until closed. */
final class Writers implements AutoCloseable {

    private static final int THREADS = 2;
    private static final long NANOS_BETWEEN = 2_000_000;
    private static final int MOST_COMMITS = 2_000_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<long[]>> waits;
    private volatile boolean closing;

    /**
     * Statistics of commit durations.
     *
     * @param p50 in microseconds, like the others
     * @param perSecond commits per second, of all threads
     */
    record Waits(double p50, double p99, double worst, double perSecond) {}

    private final long started = System.nanoTime();

    Writers(BenchDatabase database) throws SQLException {
        List<String> nodes = database.someNodes(1000);
        waits = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit((Callable<long[]>) () -> write(database, nodes, thread)))
                .toList();
    }

    private long[] write(BenchDatabase database, List<String> nodes, int thread) throws SQLException {
        long[] taken = new long[MOST_COMMITS];
        int commits = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database.file());
                Statement settings = connection.createStatement()) {
            settings.execute("PRAGMA busy_timeout = 20000");
            settings.execute("PRAGMA synchronous = NORMAL");
            try (PreparedStatement move =
                    connection.prepareStatement("UPDATE node_layout SET x = x + 1 WHERE node_id = ?")) {
                long next = System.nanoTime() + thread * NANOS_BETWEEN / THREADS;
                while (!closing && commits < MOST_COMMITS) {
                    for (long now = System.nanoTime(); now < next; now = System.nanoTime()) {
                        LockSupport.parkNanos(next - now);
                    }
                    long begin = System.nanoTime();
                    move.setString(1, nodes.get((commits * THREADS + thread) % nodes.size()));
                    move.executeUpdate();
                    taken[commits++] = System.nanoTime() - begin;
                    // who is late does not try to catch up
                    next = Math.max(next + NANOS_BETWEEN, begin);
                }
            }
        }
        return Arrays.copyOf(taken, commits);
    }

    /** Stops writing, and returns the statistics. */
    Waits stop() throws InterruptedException, ExecutionException {
        closing = true;
        double seconds = (System.nanoTime() - started) / 1e9;
        long[] all = new long[0];
        for (Future<long[]> thread : waits) {
            long[] taken = thread.get();
            int end = all.length;
            all = Arrays.copyOf(all, end + taken.length);
            System.arraycopy(taken, 0, all, end, taken.length);
        }
        Arrays.sort(all);
        return new Waits(at(all, 0.5), at(all, 0.99), at(all, 1), all.length / seconds);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e3;
    }

    @Override
    public void close() {
        closing = true;
        threads.shutdownNow();
    }
}
