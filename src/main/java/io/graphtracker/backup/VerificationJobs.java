package io.graphtracker.backup;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The running verifications: each has a time limit that depends on the size of the file, and ends with the application.
 *
 * @see "docs/decisions/2026-11-25-checks-that-end.md"
 */
@Component
public class VerificationJobs {

    private final VerificationLimits limits;
    private final Set<VerificationJob> running = ConcurrentHashMap.newKeySet();

    VerificationJobs(VerificationLimits limits) {
        this.limits = limits;
    }

    /** Open while the verification is running. */
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /** Starts the time limit for a file of this size. */
    public Running begin(VerificationJob job, long sizeBytes) {
        job.limitTo(limits.of(sizeBytes));
        running.add(job);
        return () -> running.remove(job);
    }

    /** At shutdown nobody waits for the result. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        running.forEach(VerificationJob::cancel);
    }
}
