package io.graphtracker.backup;

import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/**
 * Runs a refresh on request, on another thread and never twice at once: an older result must not replace a newer one,
 * and a network share that hangs must not occupy many threads. Requests during a run share one run after it. A run that
 * fails, even with an {@code Error}, does not prevent later ones.
 */
public final class SerialRefresh {

    private final Executor executor;
    private final LongConsumer refresh;

    /** The number of the latest request; guarded, like {@link #running}, by this. */
    private long requested;

    private boolean running;

    /** @param refresh reads it; given the number of the latest request that it serves */
    public SerialRefresh(Executor executor, LongConsumer refresh) {
        this.executor = executor;
        this.refresh = refresh;
    }

    /**
     * Requests a run that begins after this call.
     *
     * @return the number of this request: a run that is given this number, or a higher one, serves it
     */
    public long request() {
        long number;
        synchronized (this) {
            number = ++requested;
            if (running) {
                return number;
            }
            running = true;
        }
        start();
        return number;
    }

    private void start() {
        try {
            executor.execute(this::run);
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        }
    }

    private void run() {
        long served;
        do {
            served = latest();
            try {
                refresh.accept(served);
            } catch (RuntimeException | Error e) {
                continueAfter(served, e);
                throw e;
            }
        } while (!isDone(served));
    }

    /** The requests that came during a run that failed are served by another one. */
    private void continueAfter(long served, Throwable failure) {
        if (isDone(served)) {
            return;
        }
        try {
            start();
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    private synchronized long latest() {
        return requested;
    }

    private synchronized boolean isDone(long served) {
        running = requested > served;
        return !running;
    }

    private synchronized void stop() {
        running = false;
    }
}
