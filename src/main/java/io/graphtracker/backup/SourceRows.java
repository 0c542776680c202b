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
 * Checks the rows of the live database while it is copied: {@code VACUUM INTO} keeps one processor busy, and this a second
 * one. The result is true of the copy only if nobody commits a change from before the snapshot taken here until the copy is
 * complete. If somebody does, the check stops, and the rows of the copy have to be checked.
 */
final class SourceRows implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SourceRows.class);
    private static final long NANOS_BETWEEN_LOOKS_FOR_CHANGES =
            Duration.ofMillis(50).toNanos();

    private final BackupJob job;
    private final CompletableFuture<RowFindings> work;
    private @Nullable ChangeDetector changes;
    private @Nullable Connection snapshot;
    private volatile boolean stopped;

    /**
     * Takes a snapshot of the database now, and checks it on another thread. Throws nothing: whatever fails, {@link #findings}
     * fails with it.
     */
    SourceRows(Path database, RowInspector inspector, BackupJob job, Executor executor) {
        this.job = job;
        this.work = begin(database, inspector, executor);
    }

    private CompletableFuture<RowFindings> begin(Path database, RowInspector inspector, Executor executor) {
        try {
            // before the snapshot, so that no commit falls between them
            changes = ChangeDetector.open(database);
            Connection connection = SqliteFiles.openToRead(database, new Stop());
            snapshot = connection;
            connection.setAutoCommit(false);
            RestorabilityCheck.Schema schema = inspector.requireSchema(connection);
            return CompletableFuture.supplyAsync(() -> inspect(inspector, connection, schema), executor);
        } catch (SQLException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static RowFindings inspect(RowInspector inspector, Connection snapshot, RestorabilityCheck.Schema schema) {
        try {
            return inspector.inspect(snapshot, schema);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** To be asked when the copy is complete: what was found; fails if the rows of the copy have to be checked. */
    CompletableFuture<RowFindings> findings() {
        stopped |= isChanged();
        return stopped ? CompletableFuture.failedFuture(new CancellationException()) : work;
    }

    private boolean isChanged() {
        try {
            return changes == null || changes.isChanged();
        } catch (SQLException e) {
            log.debug("Whether the database was changed cannot be told", e);
            return true;
        }
    }

    /** Stops, and closes all connections. */
    @Override
    public void close() {
        stopped = true;
        Futures.await(work);
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

        private long asked;

        @Override
        public Duration elapsed() {
            return job.elapsed();
        }

        @Override
        public boolean isCancelled() {
            long now = elapsed().toNanos();
            if (!stopped && now - asked >= NANOS_BETWEEN_LOOKS_FOR_CHANGES) {
                asked = now;
                stopped = isChanged();
            }
            return stopped || job.isCancelled();
        }

        @Override
        public void throwIfCancelled() {
            job.throwIfCancelled();
        }

        @Override
        public void advanceTo(long doneBytes) {
            // the progress of the copy is what counts
        }

        @Override
        public void goOn() {
            // as above
        }
    }
}
