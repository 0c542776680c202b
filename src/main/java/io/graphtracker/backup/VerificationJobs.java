package io.graphtracker.backup;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The checks under way: each may take as long as what it reads is large, and ends with the application at the latest. */
@Component
public class VerificationJobs {

    private final VerificationLimits limits;
    private final Set<VerificationJob> running = ConcurrentHashMap.newKeySet();

    VerificationJobs(VerificationLimits limits) {
        this.limits = limits;
    }

    /** As long as it is open, a check goes on. */
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins one that reads so many bytes. */
    public Running begin(VerificationJob run, long sizeBytes) {
        run.limitTo(limits.of(sizeBytes));
        running.add(run);
        return () -> running.remove(run);
    }

    /** At the end of the application nobody waits for what a check would say. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        running.forEach(VerificationJob::cancel);
    }
}
