package io.graphtracker.backup;

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
 * second one. The report is true of the copy only if nobody committed a change between the two snapshots, which
 * {@link SourceDatabase#dataVersion()} tells; otherwise the rows of the copy are inspected.
 *
 * @see "docs/decisions/2026-11-25-rows-of-the-live-database.md"
 */
final class SourceInspection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SourceInspection.class);

    private final BackupJob job;
    private final @Nullable Connection connection;
    private final CompletableFuture<ContentsReport> work;
    private volatile boolean stopped;

    /**
     * Takes a snapshot of the database now and inspects it on another thread. Never throws: if it fails, there is no
     * report.
     */
    SourceInspection(Path database, ContentsInspector inspector, BackupJob job, Executor executor) {
        this.job = job;
        Connection opened = null;
        CompletableFuture<ContentsReport> begun;
        try {
            opened = SqliteFiles.openToRead(database, new Stop());
            Connection snapshot = opened;
            snapshot.setAutoCommit(false);
            RestorabilityCheck.Schema schema = inspector.requireSchema(snapshot);
            begun = CompletableFuture.supplyAsync(() -> inspect(inspector, snapshot, schema), executor);
        } catch (SQLException | RuntimeException e) {
            begun = CompletableFuture.failedFuture(e);
        }
        this.connection = opened;
        this.work = begun;
    }

    private static ContentsReport inspect(
            ContentsInspector inspector, Connection snapshot, RestorabilityCheck.Schema schema) {
        try {
            return inspector.inspect(snapshot, schema);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** The report; fails, for whatever reason, if the rows of the copy have to be inspected instead. */
    CompletableFuture<ContentsReport> report() {
        return stopped ? CompletableFuture.failedFuture(new CancellationException()) : work;
    }

    /** Stops, because the report would not be true of the copy. */
    void discard() {
        stopped = true;
    }

    /** Stops, and closes its connection to the database. */
    @Override
    public void close() {
        stopped = true;
        CheckedFutures.awaitEnd(work);
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("The connection to the database could not be closed", e);
        }
    }

    /** Stops with the backup, or on its own. */
    private final class Stop implements ProgressMonitor {

        @Override
        public Duration elapsed() {
            return job.elapsed();
        }

        @Override
        public boolean isCancelled() {
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
