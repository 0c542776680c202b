package io.graphtracker.backup;

import io.graphtracker.database.sqlite.ChangeDetector;
import io.graphtracker.database.sqlite.ProgressMonitor;
import io.graphtracker.database.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inspects the rows of the live database while it is copied: {@code VACUUM INTO} keeps one processor busy, and this a
 * second one. The report is true of the copy only if nobody commits a change from before the snapshot taken here until
 * the copy is complete. If somebody does, the inspection stops, and the rows of the copy have to be inspected.
 *
 * @see "docs/decisions/2026-11-25-rows-of-the-live-database.md"
 */
final class SourceInspection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SourceInspection.class);
    private static final long NANOS_BETWEEN_CHANGE_CHECKS =
            Duration.ofMillis(50).toNanos();

    private final BackupJob job;
    private final CompletableFuture<ContentsReport> work;
    private @Nullable ChangeDetector changes;
    private @Nullable Connection snapshot;
    private volatile boolean stopped;
    private volatile boolean accepted;

    /**
     * Takes a snapshot of the database now and inspects it on another thread. Never throws: if anything fails,
     * {@link #report} fails.
     */
    SourceInspection(Path database, ContentsInspector inspector, BackupJob job, Executor executor) {
        this.job = job;
        this.work = begin(database, inspector, executor);
    }

    private CompletableFuture<ContentsReport> begin(Path database, ContentsInspector inspector, Executor executor) {
        try {
            // before the snapshot, so that no commit falls between them
            changes = ChangeDetector.open(database);
            Connection connection = SqliteFiles.openToRead(database, new Stop());
            snapshot = connection;
            connection.setAutoCommit(false);
            RestorabilityCheck.Schema schema = inspector.requireSchema(connection);
            return CompletableFuture.supplyAsync(() -> inspect(inspector, connection, schema), executor)
                    // at once: an open snapshot keeps SQLite from resetting the log
                    .whenComplete((report, error) -> close(connection));
        } catch (SQLException | RuntimeException | Error e) {
            // an Error too: the system may refuse a thread
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ContentsReport inspect(
            ContentsInspector inspector, Connection snapshot, RestorabilityCheck.Schema schema) {
        try {
            return inspector.inspect(snapshot, schema);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** The report, once the copy is complete; fails if the rows of the copy have to be inspected. */
    CompletableFuture<ContentsReport> report() {
        if (isChanged()) {
            stopped = true;
        }
        // what is committed from now on concerns neither the copy nor the report
        accepted = true;
        return stopped ? CompletableFuture.failedFuture(new CancellationException()) : work;
    }

    private boolean isChanged() {
        try {
            return changes == null || changes.isChanged();
        } catch (SQLException e) {
            log.debug("It is unknown whether the database was changed", e);
            return true;
        }
    }

    /** Stops, and closes all connections. */
    @Override
    public void close() {
        stopped = true;
        CheckedFutures.awaitEnd(work);
        close(snapshot);
        close(changes);
    }

    private static void close(@Nullable AutoCloseable connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (Exception e) {
            log.warn("A connection to the database could not be closed", e);
        }
    }

    /** Stops with the backup, or when the database was changed. */
    private final class Stop implements ProgressMonitor {

        private long checkedNanos;

        @Override
        public Duration elapsed() {
            return job.elapsed();
        }

        @Override
        public boolean isCancelled() {
            long now = elapsed().toNanos();
            if (!stopped && !accepted && now - checkedNanos >= NANOS_BETWEEN_CHANGE_CHECKS) {
                checkedNanos = now;
                // no plain assignment: it could take back what close() has set meanwhile
                if (isChanged()) {
                    stopped = true;
                }
            }
            return stopped || job.isCancelled();
        }

        @Override
        public void throwIfCancelled() {
            job.throwIfCancelled();
        }

        @Override
        public void advanceTo(long doneBytes) {
            // the copy reports the progress
        }

        @Override
        public void heartbeat() {
            // as above
        }
    }
}
