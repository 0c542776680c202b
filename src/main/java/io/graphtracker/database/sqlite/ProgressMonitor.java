package io.graphtracker.database.sqlite;

import java.time.Duration;

/** Somebody who waits for long work on a file: told how far it is, and asked whether to go on. */
public interface ProgressMonitor {

    /** Time the work has taken so far. */
    Duration elapsed();

    /** Whether it is to stop. */
    boolean isCancelled();

    /**
     * To be asked between two pieces of work.
     *
     * @throws RuntimeException that says why, if it is to stop
     */
    void throwIfCancelled();

    /** Notes how much is done. */
    void advanceTo(long doneBytes);

    /** Notes that the work goes on, where nobody knows how much of it is done. */
    void heartbeat();
}
