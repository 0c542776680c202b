package io.graphtracker.backup.jobs;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.restore.RestoreResult;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A job, as it was at one moment.
 *
 * @param id cannot be guessed
 * @param backup the name of what is verified or restored
 * @param progress of the phase it is in, or was in last
 * @param end absent while it is running
 */
public record Job(
        String id,
        JobKind kind,
        String backup,
        ZonedDateTime startedAt,
        JobProgress progress,
        @Nullable End end) {

    /**
     * The end of a job.
     *
     * @param outcome what it came to
     */
    public record End(ZonedDateTime at, Outcome outcome) {}

    /** What a job came to. */
    public sealed interface Outcome {}

    /**
     * The backup passed.
     *
     * @param recorded whether that could be written to its manifest, which a read-only folder prevents
     */
    public record Verified(boolean recorded) implements Outcome {}

    /** The database was replaced. */
    public record Restored(RestoreResult result) implements Outcome {}

    /** It was not done; nothing was changed but what the reason says. */
    public record Failed(BackupException reason) implements Outcome {}

    /** Whether it has not ended. */
    public boolean isRunning() {
        return end == null;
    }

    Job at(JobProgress reached) {
        return new Job(id, kind, backup, startedAt, reached, end);
    }

    Job ended(ZonedDateTime at, Outcome outcome) {
        return new Job(id, kind, backup, startedAt, progress, new End(at, outcome));
    }
}
