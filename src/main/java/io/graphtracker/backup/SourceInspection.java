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
 * Looks at the rows of the live database while it is copied: {@code VACUUM INTO} keeps one processor busy, and this one a second.
 * What it finds is true of the copy only if nobody committed a change from before the first snapshot until after the second;
 * {@link SourceDatabase#dataVersion()} tells. Whoever cannot rely on it looks at the rows of the copy.
 */
final class SourceInspection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SourceInspection.class);

    private final BackupJob run;
    private final @Nullable Connection connection;
    private final CompletableFuture<ContentsReport> work;
    private volatile boolean stopped;

    /**
     * Takes a snapshot of the database now, and looks at it on another thread. It throws nothing: if it cannot be done, nothing is
     * found.
     */
    SourceInspection(Path database, ContentsInspector inspector, BackupJob run, Executor executor) {
        this.run = run;
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

    private static ContentsReport inspect(ContentsInspector inspector, Connection snapshot, RestorabilityCheck.Schema schema) {
        try {
            return inspector.inspect(snapshot, schema);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** What it finds; fails, whatever the reason, if the rows of the copy have to be looked at. */
    CompletableFuture<ContentsReport> findings() {
        return stopped ? CompletableFuture.failedFuture(new CancellationException()) : work;
    }

    /** Says that what it found or will find is of no use. */
    void discard() {
        stopped = true;
    }

    /** Stops, and lets go of the database. */
    @Override
    public void close() {
        stopped = true;
        CheckedFutures.await(work);
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.warn("The connection to the database could not be closed", e);
        }
    }

    /** Stops with the backup, or by itself. */
    private final class Stop implements ProgressMonitor {

        @Override
        public Duration elapsed() {
            return run.elapsed();
        }

        @Override
        public boolean isCancelled() {
            return stopped || run.isCancelled();
        }

        @Override
        public void throwIfCancelled() {
            run.throwIfCancelled();
        }

        @Override
        public void advanceTo(long doneBytes) {
            // how far the copy is says more
        }

        @Override
        public void goOn() {
            // as above
        }
    }
}
