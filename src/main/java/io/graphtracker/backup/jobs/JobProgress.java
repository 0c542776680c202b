package io.graphtracker.backup.jobs;

import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.restore.RestoreStep;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a job.
 *
 * @param phase {@code reading} the file, {@code checking} its pages and rows, or the code of a {@link RestoreStep}
 * @param percent of the phase; absent where that is unknown
 */
public record JobProgress(String phase, @Nullable Integer percent) {

    static final JobProgress NONE = new JobProgress("reading", null);

    static JobProgress of(VerificationProgress progress) {
        return progress.hasPercent()
                ? new JobProgress("reading", progress.percent())
                : new JobProgress("checking", null);
    }

    static JobProgress of(RestoreStep step) {
        return new JobProgress(step.code(), null);
    }
}
