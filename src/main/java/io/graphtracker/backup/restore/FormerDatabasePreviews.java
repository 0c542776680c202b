package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * Previews the restore of a former database. Reading one changes it, so a copy is read; it uses the place of the staged
 * copy, so that a preview and a restore exclude each other.
 */
@Component
class FormerDatabasePreviews {

    private final FormerDatabases former;
    private final RestoreCandidate candidate;
    private final RestorePreviews previews;
    private final VerificationJobs jobs;

    FormerDatabasePreviews(
            FormerDatabases former, RestoreCandidate candidate, RestorePreviews previews, VerificationJobs jobs) {
        this.former = former;
        this.candidate = candidate;
        this.previews = previews;
        this.jobs = jobs;
    }

    /**
     * Requires that it can be opened and read, and compares it with the live database.
     *
     * @param job told of the progress, and asked whether to go on
     * @throws BackupException if it cannot be restored
     */
    RestorePreview of(Path database, String name, VerificationJob job) throws IOException {
        DatabaseFiles files = DatabaseFiles.of(database);
        try (RestoreLock lock = RestoreLock.require(files)) {
            if (Files.exists(files.intent())) {
                throw BackupException.of(ProblemKind.RESTORE_UNFINISHED);
            }
            FormerDatabase found = former.require(files, name);
            try (VerificationJobs.Running running = jobs.begin(job, found.sizeBytes())) {
                String sha256 = candidate.copy(found, files, job);
                candidate.prepare(found, files, job);
                return previews.compare(
                        new RestoreSource.OfFormerDatabase(found), sha256, files.staged(), database, job);
            } finally {
                candidate.discard(files);
            }
        }
    }
}
