package io.graphtracker.cli;

import io.graphtracker.database.DatabaseGate;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The gate of a process that never opens the live database for longer than a single check. */
final class ClosedDatabase implements DatabaseGate {

    @Override
    public <T extends @Nullable Object> T whileClosed(Duration patience, Callable<T> work, Consumer<Throwable> undo)
            throws Exception {
        return work.call();
    }
}
