package io.graphtracker.backup;

import io.graphtracker.database.sqlite.ProgressMonitor;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Checks of one file, run on two threads, each of which takes the next check that is left. Two keep both processors of
 * a small machine busy; with more, those who use the application meanwhile would wait for a processor.
 *
 * @see "docs/decisions/2026-11-25-rows-of-the-live-database.md"
 */
final class CheckQueue {

    private final Path file;
    private final ProgressMonitor monitor;
    private final Queue<Check> checks = new ConcurrentLinkedQueue<>();

    /**
     * @param file a SQLite file that nobody writes
     * @param monitor can stop the checks
     */
    CheckQueue(Path file, ProgressMonitor monitor) {
        this.file = file;
        this.monitor = monitor;
    }

    /** One of the checks. */
    interface Check {

        /** Runs it, on a connection to the file that no other check uses at the time. */
        void run(Connection connection) throws IOException, SQLException;
    }

    /** Adds a check; long ones should come first. */
    void add(Check check) {
        checks.add(check);
    }

    /**
     * Runs all of them, on this thread and another one, and returns when both have ended.
     *
     * @param connection to the file
     * @throws IOException or whatever else a check threw; those that had not begun are left out then
     */
    void run(Connection connection, Executor executor) throws IOException, SQLException {
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::runOnConnectionOfItsOwn, executor);
        try {
            runAll(connection);
        } catch (IOException | SQLException | RuntimeException | Error e) {
            addFailure(other, e);
            throw e;
        }
        CheckedFutures.join(other);
    }

    /** Waits for the other thread; what it throws as well is told beside the first failure. */
    private static void addFailure(CompletableFuture<Void> other, Throwable first) {
        try {
            CheckedFutures.join(other);
        } catch (IOException | SQLException | RuntimeException | Error second) {
            first.addSuppressed(second);
        }
    }

    private void runOnConnectionOfItsOwn() {
        try (Connection connection = SqliteFiles.openUntrusted(file, monitor)) {
            runAll(connection);
        } catch (SQLException e) {
            throw new CompletionException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void runAll(Connection connection) throws IOException, SQLException {
        try {
            for (Check check = checks.poll(); check != null; check = checks.poll()) {
                check.run(connection);
            }
        } catch (IOException | SQLException | RuntimeException | Error e) {
            checks.clear();
            throw e;
        }
    }
}
