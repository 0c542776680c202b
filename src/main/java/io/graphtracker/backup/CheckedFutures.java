package io.graphtracker.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for work on other threads, and rethrows its exceptions as they were thrown there. */
final class CheckedFutures {

    private CheckedFutures() {}

    /** Waits until work has ended, whether it succeeded or failed. */
    static void awaitEnd(CompletableFuture<?> work) {
        work.handle((result, error) -> "").join();
    }

    /** Waits for a result; throws what the work threw. */
    static <T> T join(CompletableFuture<T> work) throws IOException, SQLException {
        try {
            return work.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException io -> throw io.getCause();
                case SQLException sql -> throw sql;
                case BackupException reason -> throw reason;
                case null, default -> throw e;
            }
        }
    }
}
