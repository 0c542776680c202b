package io.graphtracker.backup.audit;

import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries that could not be written yet, in their order. Their number is limited, to limit the memory; those beyond it
 * are dropped and counted.
 */
final class PendingEntries {

    static final int MAX = 1_000;

    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    private long dropped;
    private @Nullable Instant since;
    private OperationsDatabaseProblem reason = OperationsDatabaseProblem.OTHER;

    /** Adds an entry; drops the oldest if there are too many. */
    synchronized void add(AuditEntry entry) {
        waiting.addLast(entry);
        if (waiting.size() > MAX) {
            waiting.removeFirst();
            dropped++;
        }
    }

    synchronized List<AuditEntry> all() {
        return List.copyOf(waiting);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** An attempt to write them failed: from now on they are unrecorded, not just on their way. */
    synchronized void failed(OperationsDatabaseProblem problem) {
        reason = problem;
        AuditEntry first = waiting.peekFirst();
        if (since == null && first != null) {
            since = first.at();
        }
    }

    synchronized boolean hasFailed() {
        return since != null;
    }

    /** These were written. Dropped ones stay missing, and are reported as long as the application runs. */
    synchronized void written(List<AuditEntry> entries) {
        waiting.removeAll(entries);
        if (waiting.isEmpty() && dropped == 0) {
            since = null;
        }
    }

    synchronized Optional<UnrecordedEntries> unrecorded() {
        return since == null
                ? Optional.empty()
                : Optional.of(new UnrecordedEntries(waiting.size() + dropped, since, reason));
    }
}
