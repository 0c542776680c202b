package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationJobs;
import io.graphtracker.backup.catalog.CatalogEntry;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** The copy that is to take the database's place, be it of a backup or of a former database that was kept as files. */
@Component
class Candidate {

    private final StagedCopy ofBackup;
    private final FormerDatabaseCopy ofFiles;
    private final DatabaseHealth health;
    private final VerificationJobs runs;

    Candidate(StagedCopy ofBackup, FormerDatabaseCopy ofFiles, DatabaseHealth health, VerificationJobs runs) {
        this.ofBackup = ofBackup;
        this.ofFiles = ofFiles;
        this.health = health;
        this.runs = runs;
    }

    /**
     * Makes it.
     *
     * @throws BackupException {@code restore_refused} if it is not any more what the person has seen, {@code not_enough_space}
     */
    void copy(RestorePreview confirmed, DatabaseFiles files) throws IOException {
        switch (confirmed.source()) {
            case RestoreSource.OfBackup(CatalogEntry entry) ->
                writing(entry.sizeBytes(), files, () -> {
                    ofBackup.copy(confirmed, files);
                    return confirmed.sha256();
                });
            case RestoreSource.OfFiles(FormerDatabase kept) -> {
                VerificationJob run = VerificationJob.alone();
                try (VerificationJobs.Running running = runs.begin(run, kept.sizeBytes())) {
                    if (!copy(kept, files, run).equals(confirmed.sha256())) {
                        throw BackupException.ofKind(BackupProblem.RESTORE_REFUSED, "changed", null);
                    }
                }
            }
        }
    }

    /**
     * Makes it of a former database, be it to look at it.
     *
     * @param run told how far that is, and asked whether to go on
     * @return the checksum of its files
     */
    String copy(FormerDatabase kept, DatabaseFiles files, VerificationJob run) throws IOException {
        return writing(kept.sizeBytes(), files, () -> ofFiles.copy(kept, files, run));
    }

    /** Brings a former database to the schema of this version, and makes sure that it can be used. */
    void prepare(FormerDatabase kept, DatabaseFiles files, VerificationJob run) throws IOException {
        ofFiles.prepare(kept, files, run);
    }

    @FunctionalInterface
    private interface Copying {
        String run() throws IOException;
    }

    /** What the system refuses beside the database is a fault of that folder, and not of what is restored. */
    private String writing(long sizeBytes, DatabaseFiles files, Copying copying) throws IOException {
        try {
            return copying.run();
        } catch (FileSystemException e) {
            Path folder = files.database().getParent();
            if (e.getFile() == null || !folder.equals(Path.of(e.getFile()).getParent())) {
                throw e;
            }
            String reason = e instanceof AccessDeniedException ? "Permission denied" : e.getReason();
            throw BackupException.ofKind(
                    BackupProblem.RESTORE_REFUSED, "folder", e, folder, reason == null ? e.getMessage() : reason);
        } catch (IOException e) {
            // in the midst of the copy it may have become too little, with what is copied already
            ofBackup.requireSpace(sizeBytes, files.database());
            throw e;
        }
    }

    /**
     * Brings it to the schema of this version, and makes sure that it can be used.
     *
     * @throws BackupException if it cannot
     */
    void prepare(RestorePreview confirmed, DatabaseFiles files) throws IOException {
        switch (confirmed.source()) {
            case RestoreSource.OfBackup backup -> ofBackup.migrate(files);
            case RestoreSource.OfFiles(FormerDatabase kept) -> {
                VerificationJob run = VerificationJob.alone();
                try (VerificationJobs.Running running = runs.begin(run, kept.sizeBytes())) {
                    prepare(kept, files, run);
                }
            }
        }
    }

    /**
     * Makes sure that it works in the database's place.
     *
     * @throws SQLException if it does not
     */
    void requireWorking(RestoreOrder order, Path database) throws SQLException {
        if (order.isOfFiles()) {
            health.requireOpening(database);
        } else {
            health.requireWorking(database);
        }
    }

    /**
     * Whether it works there, after a crash: nobody may have tried it yet.
     *
     * @param files whether it was made of a former database that was kept as files
     */
    boolean works(boolean files, Path database) {
        return files
                ? health.works(database, run -> {
                    health.requireOpening(database);
                    ofFiles.requireReadable(database, run);
                })
                : health.works(database);
    }

    /** Deletes what is there of it, as long as no switch has begun. */
    void discard(DatabaseFiles files) throws IOException {
        ofBackup.discard(files);
    }
}
