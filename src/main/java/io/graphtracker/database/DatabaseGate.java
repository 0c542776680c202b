package io.graphtracker.database;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Closes the live database of this process for a moment, so that its file can be replaced. */
public interface DatabaseGate {

    /**
     * Closes it, does the work, and opens it again, also if the work fails. During the work this process has no
     * connection to it, and no descriptor of the file is open.
     *
     * @param patience how long to wait for running transactions, and for other calls of this method, to end
     * @param undo called with the exception if it cannot be opened after work that succeeded, before anybody else may
     *     open it; the exception is thrown afterwards
     * @throws GateTimeoutException if they did not end; then the work was not begun, and nothing was closed
     * @throws Exception the exception of the work, or the one that prevented opening it
     */
    <T extends @Nullable Object> T whileClosed(Duration patience, Callable<T> work, Consumer<Throwable> undo)
            throws Exception;
}
