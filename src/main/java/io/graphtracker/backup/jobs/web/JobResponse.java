package io.graphtracker.backup.jobs.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.PathText;
import io.graphtracker.backup.jobs.Job;
import io.graphtracker.backup.restore.FormerDatabaseReason;
import io.graphtracker.backup.restore.RestoreResult;
import io.graphtracker.backup.web.BackupProblemDetails;
import io.graphtracker.web.ProblemBody;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A job.
 *
 * @param ok false if it failed
 * @param kind {@code verify}, {@code restore} or {@code undo}
 * @param backup the name of what is verified or restored
 * @param state {@code running}, {@code done} or {@code failed}
 * @param phase where it is, or where it ended: {@code reading} or {@code checking} the backup; then, of a restore,
 *     {@code staging}, {@code migrating}, {@code safety_backup}, {@code switching} or {@code health_check}
 * @param percent of the phase; null where that is unknown
 * @param startedAt ISO 8601 with the server's offset
 * @param endedAt the same; null while it is running
 * @param verified what a verification came to; null for other jobs, and until it is done
 * @param restored what a restore or an undo came to; null for other jobs, and until it is done
 * @param problem why it failed; null if it did not
 */
record JobResponse(
        boolean ok,
        String id,
        String kind,
        String backup,
        String state,
        String phase,
        @Nullable Integer percent,
        @JsonProperty("started_at") String startedAt,
        @JsonProperty("ended_at") @Nullable String endedAt,
        @Nullable Verified verified,
        @Nullable Restored restored,
        @Nullable ProblemBody problem) {

    /**
     * The backup passed all checks.
     *
     * @param recorded whether that was written to its description, which a read-only folder prevents
     */
    record Verified(boolean recorded) {}

    /**
     * The database was replaced.
     *
     * @param safetyBackup the name of the backup of the database before; null if it was kept as files
     * @param formerFolder where it was kept as files, absolute, with forward slashes; null if there is a safety backup
     * @param formerReason why it was kept as files; null if it was not
     */
    record Restored(
            @JsonProperty("safety_backup") @Nullable String safetyBackup,
            @JsonProperty("former_folder") @Nullable String formerFolder,
            @JsonProperty("former_reason") @Nullable String formerReason) {

        static Restored of(RestoreResult result) {
            Path folder = result.formerFolder();
            FormerDatabaseReason reason = result.formerReason();
            return new Restored(
                    result.safetyBackup(),
                    folder == null ? null : PathText.withSlashes(folder),
                    reason == null ? null : reason.code());
        }
    }

    static JobResponse of(Job job, BackupProblemDetails problems) {
        Job.End end = job.end();
        Job.Outcome outcome = end == null ? null : end.outcome();
        return new JobResponse(
                !(outcome instanceof Job.Failed),
                job.id(),
                job.kind().code(),
                job.backup(),
                state(outcome),
                job.progress().phase(),
                job.progress().percent(),
                time(job.startedAt()),
                end == null ? null : time(end.at()),
                outcome instanceof Job.Verified(boolean recorded) ? new Verified(recorded) : null,
                outcome instanceof Job.Restored(RestoreResult result) ? Restored.of(result) : null,
                outcome instanceof Job.Failed(var reason) ? ProblemBody.of(problems.of(reason)) : null);
    }

    private static String state(Job.@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> "running";
            case Job.Failed failed -> "failed";
            case Job.Verified verified -> "done";
            case Job.Restored restored -> "done";
        };
    }

    private static String time(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
