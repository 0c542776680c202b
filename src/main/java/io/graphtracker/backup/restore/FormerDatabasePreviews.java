package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * Compares a former database that was kept as files with the one in use. To read it changes it, so a copy is read; it takes the
 * place that a restore has for its own, which is why there is none of both at once.
 */
@Component
class FormerDatabasePreviews {

    private final FormerDatabases kept;
    private final Candidate candidate;
    private final RestorePreviews previews;
    private final VerificationJobs runs;

    FormerDatabasePreviews(FormerDatabases kept, Candidate candidate, RestorePreviews previews, VerificationJobs runs) {
        this.kept = kept;
        this.candidate = candidate;
        this.previews = previews;
        this.runs = runs;
    }

    /**
     * Makes sure that it can be opened and read, and compares it.
     *
     * @param run told how far that is, and asked whether to go on
     * @throws BackupException if it cannot be restored
     */
    RestorePreview of(Path database, String name, VerificationJob run) throws IOException {
        DatabaseFiles files = DatabaseFiles.of(database);
        try (RestoreLock lock = RestoreLock.require(files)) {
            if (Files.exists(files.intent())) {
                throw BackupException.ofKind(BackupProblem.RESTORE_REFUSED, "unfinished", null);
            }
            FormerDatabase found = kept.require(files, name);
            try (VerificationJobs.Running running = runs.begin(run, found.sizeBytes())) {
                String sha256 = candidate.copy(found, files, run);
                candidate.prepare(found, files, run);
                return previews.compare(new RestoreSource.OfFiles(found), sha256, files.staged(), database, run);
            } finally {
                candidate.discard(files);
            }
        }
    }
}
