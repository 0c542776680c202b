package io.graphtracker.database.sqlite;

import java.time.Duration;

/** Receives the progress of long work on a file, and can cancel it. */
public interface ProgressMonitor {

    /** How long the work has taken so far. */
    Duration elapsed();

    /** Whether the work is cancelled. */
    boolean isCancelled();

    /**
     * To be called between two steps of the work.
     *
     * @throws RuntimeException with the reason, if the work is cancelled
     */
    void throwIfCancelled();

    /** Reports how much is done, in bytes. */
    void advanceTo(long doneBytes);

    /** Reports that the work continues, where its progress is unknown. */
    void heartbeat();
}
