package io.graphtracker.backup.audit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines that could not be written yet, in their order; so many that nobody has to mind the memory, and the number of the others. */
final class PendingEntries {

    static final int MOST = 1_000;

    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    private long dropped;
    private @Nullable Instant since;
    private AuditLogProblem reason = AuditLogProblem.OTHER;

    /** Adds one; the oldest goes if there are too many. */
    synchronized void add(AuditEntry operation) {
        waiting.addLast(operation);
        if (waiting.size() > MOST) {
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

    /** Now they are not only on their way. */
    synchronized void failed(AuditLogProblem problem) {
        reason = problem;
        AuditEntry first = waiting.peekFirst();
        if (since == null && first != null) {
            since = first.at();
        }
    }

    synchronized boolean haveFailed() {
        return since != null;
    }

    /** These were written. Those that were dropped stay missing, and are told as long as the application runs. */
    synchronized void written(List<AuditEntry> operations) {
        waiting.removeAll(operations);
        if (waiting.isEmpty() && dropped == 0) {
            since = null;
        }
    }

    synchronized Optional<UnrecordedEntries> told() {
        return since == null
                ? Optional.empty()
                : Optional.of(new UnrecordedEntries(waiting.size() + dropped, since, reason));
    }
}
