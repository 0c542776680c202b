package io.graphtracker.backup.ui;

import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/**
 * Runs a task on another thread, never twice at once: all requests made before a run begins are answered by that run,
 * and those made during a run by one more after it. So an older result never overwrites a newer one, and a network
 * share that hangs blocks one thread only. A run that fails does not keep later requests from being answered.
 */
public final class CoalescingTask {

    private final Executor executor;
    private final LongConsumer task;

    /** Guarded, like {@link #running}, by this. */
    private long requested;

    private boolean running;

    /** @param task gets the number of the last request that it answers */
    public CoalescingTask(Executor executor, LongConsumer task) {
        this.executor = executor;
        this.task = task;
    }

    /**
     * Requests a run. From any thread.
     *
     * @return the number of this request: every run with this or a greater number began after this call
     */
    public synchronized long request() {
        requested++;
        if (!running) {
            running = true;
            try {
                executor.execute(this::runUntilAnswered);
            } catch (RuntimeException | Error e) {
                running = false;
                throw e;
            }
        }
        return requested;
    }

    private void runUntilAnswered() {
        long number;
        do {
            number = requested();
            try {
                task.accept(number);
            } catch (RuntimeException | Error e) {
                fail();
                throw e;
            }
        } while (!isAnswered(number));
    }

    private synchronized long requested() {
        return requested;
    }

    private synchronized boolean isAnswered(long number) {
        running = requested > number;
        return !running;
    }

    private synchronized void fail() {
        running = false;
    }
}
