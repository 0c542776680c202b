package io.graphtracker.backup.jobs;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.UnexpectedError;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.restore.UndoOffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Begins what takes as long as a backup is large, on another thread, for callers that come back to ask what became of
 * it. It asks the same services as the pages, so the same rules hold.
 *
 * @see "docs/decisions/2026-12-01-jobs-over-http.md"
 */
@Service
public class JobService {

    private static final Logger log = LoggerFactory.getLogger(JobService.class);

    private final CatalogService catalog;
    private final RestoreService restores;
    private final JobRegistry jobs;
    private final Executor executor;

    JobService(CatalogService catalog, RestoreService restores, JobRegistry jobs, @BackupExecutor Executor executor) {
        this.catalog = catalog;
        this.restores = restores;
        this.jobs = jobs;
        this.executor = executor;
    }

    /**
     * Begins to verify a backup, unless that is running already.
     *
     * @param user the name of the user
     * @throws BackupException {@code backup_not_found}, {@code too_many_jobs}, or what is wrong with the folder
     */
    public Job verify(String name, String user) {
        catalog.find(name);
        return begin(JobKind.VERIFY, name, job -> new Job.Verified(catalog.verify(name, user, watched(job))));
    }

    /**
     * Begins to check a backup and to restore it.
     *
     * @param repeated the name once more, so that nothing is restored by mistake
     * @param user the name of the user
     * @throws BackupException {@code restore_not_confirmed} if the names differ; {@code backup_not_found},
     *     {@code restore_running}, {@code too_many_jobs}, or what is wrong with the folder
     */
    public Job restore(String name, String repeated, String user) {
        if (!repeated.equals(name)) {
            throw new BackupException(BackupProblem.RESTORE_NOT_CONFIRMED, name);
        }
        catalog.find(name);
        return beginRestore(JobKind.RESTORE, name, new RestoreRequest.OfBackup(name), user);
    }

    /**
     * Begins to undo the last restore.
     *
     * @param user the name of the user
     * @throws BackupException {@code undo_unavailable}, {@code restore_running}, {@code too_many_jobs}
     */
    public Job undo(String user) {
        UndoOffer offer = restores.undoOffer().orElseThrow(() -> new BackupException(BackupProblem.UNDO_UNAVAILABLE));
        return beginRestore(JobKind.UNDO, offer.replacedName(), new RestoreRequest.Undo(offer), user);
    }

    /** Finds a job that is running, or that ended not long ago. */
    public Optional<Job> find(String id) {
        return jobs.find(id);
    }

    private Job beginRestore(JobKind kind, String name, RestoreRequest request, String user) {
        if (restores.isRunning()) {
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
        return begin(kind, name, job -> {
            RestorePreview preview = restores.preview(request, watched(job));
            return new Job.Restored(restores.restore(preview, user, new Origin(job.id())));
        });
    }

    private VerificationJob watched(Job job) {
        return VerificationJob.watched(progress -> jobs.advance(job.id(), JobProgress.of(progress)));
    }

    /** What a job does. */
    @FunctionalInterface
    private interface Work {
        Job.Outcome run(Job job);
    }

    private Job begin(JobKind kind, String backup, Work work) {
        return jobs.begin(
                kind, backup, job -> executor.execute(() -> jobs.end(job.id(), outcome(() -> work.run(job)))));
    }

    private static Job.Outcome outcome(Supplier<Job.Outcome> work) {
        try {
            return work.get();
        } catch (BackupException e) {
            return new Job.Failed(e);
        } catch (RuntimeException | Error e) {
            return new Job.Failed(UnexpectedError.logged(log, ProblemKind.IN_OPERATION, "A job", e));
        }
    }
}
