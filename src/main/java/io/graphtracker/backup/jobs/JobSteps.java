package io.graphtracker.backup.jobs;

import io.graphtracker.backup.restore.RestoreEvent;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes the steps of a restore in the job that began it. There is one restore at a time. */
@Component
class JobSteps {

    private final JobRegistry jobs;

    /** The id of what began the restore that is running. */
    private final AtomicReference<@Nullable String> restoring = new AtomicReference<>();

    JobSteps(JobRegistry jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void follow(RestoreEvent event) {
        switch (event) {
            case RestoreEvent.Started(var source, var undo, var origin) -> restoring.set(origin.id());
            case RestoreEvent.Reached(var step) -> {
                String job = restoring.get();
                if (job != null) {
                    jobs.advance(job, JobProgress.of(step));
                }
            }
            case RestoreEvent.Ended ended -> restoring.set(null);
        }
    }
}
