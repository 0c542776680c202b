package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationJobs;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** The staged copy that is to replace the live database, made of a backup or of a former database. */
@Component
class RestoreCandidate {

    private final StagedCopy ofBackup;
    private final FormerDatabaseCopy ofFormerDatabase;
    private final DatabaseHealth health;
    private final VerificationJobs jobs;

    RestoreCandidate(
            StagedCopy ofBackup, FormerDatabaseCopy ofFormerDatabase, DatabaseHealth health, VerificationJobs jobs) {
        this.ofBackup = ofBackup;
        this.ofFormerDatabase = ofFormerDatabase;
        this.health = health;
        this.jobs = jobs;
    }

    /**
     * Copies what was confirmed.
     *
     * @param job told of the progress, and asked whether to go on
     * @throws BackupException {@code restore_refused} if it changed since it was previewed, {@code not_enough_space}
     */
    void copy(RestorePreview confirmed, DatabaseFiles files, VerificationJob job) throws IOException {
        switch (confirmed.source()) {
            case RestoreSource.OfBackup(CatalogEntry entry) ->
                requireConfirmed(writing(entry.sizeBytes(), files, () -> ofBackup.copy(entry, files, job)), confirmed);
            case RestoreSource.OfFormerDatabase(FormerDatabase former) -> {
                try (VerificationJobs.Running running = jobs.begin(job, former.sizeBytes())) {
                    requireConfirmed(copy(former, files, job), confirmed);
                }
            }
        }
    }

    private static void requireConfirmed(String sha256, RestorePreview confirmed) {
        if (!sha256.equals(confirmed.sha256())) {
            throw BackupException.of(ProblemKind.RESTORE_CHANGED);
        }
    }

    /**
     * Copies a former database, for a restore or a preview.
     *
     * @param job told of the progress, and asked whether to go on
     * @return the checksum of its files
     */
    String copy(FormerDatabase former, DatabaseFiles files, VerificationJob job) throws IOException {
        return writing(former.sizeBytes(), files, () -> ofFormerDatabase.copy(former, files, job));
    }

    /** Migrates the copy of a former database to the current schema, and requires that it can be used. */
    void prepare(FormerDatabase former, DatabaseFiles files, VerificationJob job) throws IOException {
        ofFormerDatabase.prepare(former, files, job);
    }

    @FunctionalInterface
    private interface Copying {
        String run() throws IOException;
    }

    /** A failure to write beside the database is a fault of that folder, not of the source. */
    private String writing(long sizeBytes, DatabaseFiles files, Copying copying) throws IOException {
        try {
            return copying.run();
        } catch (FileSystemException e) {
            Path folder = PrivateFiles.folderOf(files.database());
            if (e.getFile() == null || !folder.equals(Path.of(e.getFile()).getParent())) {
                throw e;
            }
            String reason = e instanceof AccessDeniedException ? "Permission denied" : e.getReason();
            throw BackupException.causedBy(
                    e, ProblemKind.RESTORE_FOLDER, folder, reason == null ? e.toString() : reason);
        } catch (IOException e) {
            // space that was enough at first may be used up in the middle of the copy
            ofBackup.requireSpace(sizeBytes, files.database());
            throw e;
        }
    }

    /**
     * Migrates the copy to the current schema, and requires that it can be used.
     *
     * @param job asked whether to go on
     * @throws BackupException if it cannot
     */
    void prepare(RestorePreview confirmed, DatabaseFiles files, VerificationJob job) throws IOException {
        switch (confirmed.source()) {
            case RestoreSource.OfBackup backup -> {
                ofBackup.migrate(files, job);
                ofBackup.check(files, job);
            }
            case RestoreSource.OfFormerDatabase(FormerDatabase former) -> {
                try (VerificationJobs.Running running = jobs.begin(job, former.sizeBytes())) {
                    prepare(former, files, job);
                }
            }
        }
    }

    /**
     * Requires that it works in the place of the live database.
     *
     * @throws SQLException if it does not
     */
    void requireWorking(ConfirmedRestore restore, Path database) throws SQLException {
        if (restore.isOfFormerDatabase()) {
            health.requireOpening(database);
        } else {
            health.requireWorking(database);
        }
    }

    /** Whether a restored backup works in the place of the live database, after a crash: it may be untried yet. */
    boolean backupWorks(Path database) {
        return health.works(database);
    }

    /** Whether a restored former database works in the place of the live database, likewise. */
    boolean formerDatabaseWorks(Path database) {
        return health.works(database, job -> {
            health.requireOpening(database);
            ofFormerDatabase.requireReadable(database, job);
        });
    }

    /** Deletes the copy, as long as no switch has begun. */
    void discard(DatabaseFiles files) throws IOException {
        ofBackup.discard(files);
    }
}
