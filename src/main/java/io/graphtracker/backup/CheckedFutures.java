package io.graphtracker.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What work on other threads came to, as if it had been done on this one. */
final class CheckedFutures {

    private CheckedFutures() {}

    /** Waits until it has ended, well or not. */
    static void await(CompletableFuture<?> work) {
        work.handle((done, error) -> "").join();
    }

    /** Waits for what it answers, and throws what it threw. */
    static <T> T of(CompletableFuture<T> work) throws IOException, SQLException {
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
