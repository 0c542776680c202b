package io.graphtracker.backup;

import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Makes a backup: takes the folder's lock, deletes leftovers, checks the space, copies, verifies and publishes. If any
 * of it fails, it deletes what it wrote; what the system does not let it delete is named in the exception
 * ({@link LeftBehindException}).
 *
 * @see "docs/decisions/2026-11-25-forced-to-disk-once.md"
 */
final class BackupProcedure {

    private final Clock clock;
    private final VolumeSpace space;
    private final Executor executor;
    private final ContentsInspector inspector;
    private final SnapshotVerifier verifier;
    private final String applicationVersion;

    /**
     * @param executor runs parts of the work on up to three threads besides the caller's
     * @param restorability decides whether a copy could be restored
     * @param contents count what a backup contains
     * @param applicationVersion written to each manifest
     */
    BackupProcedure(
            Clock clock,
            VolumeSpace space,
            Executor executor,
            RestorabilityCheck restorability,
            List<DatabaseContents> contents,
            String applicationVersion) {
        this.clock = clock;
        this.space = space;
        this.executor = executor;
        this.inspector = new ContentsInspector(restorability, contents);
        this.verifier = new SnapshotVerifier(executor, inspector);
        this.applicationVersion = applicationVersion;
    }

    /**
     * Backs up a database into a folder.
     *
     * @param job receives the progress, and can be cancelled
     * @throws BackupException if no backup was made, for a reason that has a text
     */
    Backup backUp(Path database, Path target, BackupJob job) throws IOException, SQLException {
        return backUp(database, target, job, EqualBackup.NONE).backup();
    }

    /**
     * The same, but publishes nothing if an equal backup exists. Copies of equal contents are equal byte for byte,
     * since {@code VACUUM INTO} writes the pages in an order that depends on the contents alone.
     */
    BackupResult backUp(Path database, Path target, BackupJob job, EqualBackup equal) throws IOException, SQLException {
        try {
            BackupFolder folder = BackupFolder.prepare(target);
            try (FolderLock lock = folder.lock(job.startedAt())) {
                folder.deleteLeftovers();
                folder.requireDeletable();
                return copy(database, folder, job, equal);
            } catch (IOException e) {
                throw explained(e, folder, 0);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            if (job.isCancelled()) {
                throw cancelled(e);
            }
            throw e;
        }
    }

    /** After a cancellation that was confirmed, the result is "cancelled", even if a fault ended the work first. */
    private static BackupException cancelled(Exception e) {
        return e instanceof BackupException reason && reason.problem() == BackupProblem.BACKUP_CANCELLED
                ? reason
                : BackupException.causedBy(e, BackupProblem.BACKUP_CANCELLED);
    }

    private BackupResult copy(Path database, BackupFolder folder, BackupJob job, EqualBackup equal)
            throws IOException, SQLException {
        try (SourceDatabase source = SourceDatabase.open(database)) {
            if (source.isEmpty()) {
                throw BackupException.of(ProblemKind.SOURCE_EMPTY);
            }
            long estimate = source.estimatedBytes();
            folder.requireSpace(space, estimate);
            return copy(database, source, folder, estimate, job, equal);
        } catch (SQLException e) {
            if (SqliteErrors.isDamage(e)) {
                throw BackupException.causedBy(e, ProblemKind.SOURCE_DAMAGED);
            }
            if (SqliteErrors.isLocked(e)) {
                throw BackupException.causedBy(e, BackupProblem.DATABASE_LOCKED, database);
            }
            throw e;
        }
    }

    private BackupResult copy(
            Path database, SourceDatabase source, BackupFolder folder, long estimate, BackupJob job, EqualBackup equal)
            throws IOException, SQLException {
        SchemaFingerprint fingerprint = source.fingerprint();
        job.enter(BackupPhase.COPYING, estimate);
        try (PartFile part = folder.reserve(job.startedAt());
                SourceInspection inspection = new SourceInspection(database, inspector, job, executor)) {
            boolean cutOff = source.isCutOff();
            source.copyInto(part.path(), job);
            if (cutOff && source.isCutOff()) {
                // checked twice: while the file grows, its end may be anywhere for a moment
                throw BackupException.of(ProblemKind.SOURCE_DAMAGED);
            }
            job.enter(BackupPhase.CHECKING, Files.size(part.path()));
            CompletableFuture<Void> onDisk = part.forceAsync(executor);
            SnapshotVerifier.Verified verified = verifier.verify(part, fingerprint, inspection.report(), job);
            Optional<Backup> existing = equal.of(verified.sha256());
            if (existing.isPresent()) {
                return new BackupResult(existing.get(), false);
            }
            Instant verifiedAt = Instant.now(clock);
            job.enter(BackupPhase.PUBLISHING, 0);
            await(onDisk, folder, estimate);
            return new BackupResult(publish(part, fingerprint, verified, verifiedAt, job), true);
        } catch (SQLException e) {
            throw explained(e, folder, estimate);
        } catch (IOException e) {
            throw explained(e, folder, estimate);
        }
    }

    /**
     * A copy that could not be written to the disk is no backup, even though the system's cache still returns all of
     * it.
     */
    private void await(CompletableFuture<Void> onDisk, BackupFolder folder, long estimate)
            throws IOException, SQLException {
        try {
            CheckedFutures.join(onDisk);
        } catch (IOException refused) {
            if (folder.isGone() || folder.isFull(space)) {
                throw refused;
            }
            throw folder.limited(space, estimate, refused);
        }
    }

    private Backup publish(
            PartFile part,
            SchemaFingerprint fingerprint,
            SnapshotVerifier.Verified verified,
            Instant verifiedAt,
            BackupJob job)
            throws IOException {
        // read before publication: nothing may fail after it
        long sizeBytes = Files.size(part.path());
        FileStamp checked = FileStamp.of(part.path());
        BackupManifest unnamed = BackupManifest.ofNew(
                "", job, verifiedAt, applicationVersion, fingerprint.schemaVersion(), sizeBytes, verified, checked);
        Path file =
                part.publish(verified.sha256(), name -> unnamed.withFile(name).toJson(), job::commit);
        return new Backup(file, unnamed.withFile(file.getFileName().toString()));
    }

    private SQLException explained(SQLException e, BackupFolder folder, long estimate) throws IOException {
        if (SqliteErrors.isStop(e)) {
            return e;
        }
        if (folder.isGone()) {
            throw folder.gone(e);
        }
        if (SqliteErrors.isOfSchema(e)) {
            // the schema uses a function or a collation that SQLite does not have
            throw BackupException.causedBy(e, ProblemKind.SOURCE_SCHEMA, SqliteErrors.message(e));
        }
        if (SqliteErrors.isFull(e)) {
            throw folder.full(space, estimate, e);
        }
        if (SqliteErrors.isRefusedWrite(e)) {
            throw folder.limited(space, estimate, e);
        }
        if (SqliteErrors.isDiskFault(e)) {
            throw BackupException.causedBy(e, ProblemKind.COPY_DISK);
        }
        return e;
    }

    private IOException explained(IOException e, BackupFolder folder, long estimate) throws IOException {
        if (folder.isGone()) {
            throw folder.gone(e);
        }
        if (folder.isFull(space)) {
            throw folder.full(space, estimate, e);
        }
        throw folder.explained(e, space).orElseThrow(() -> e);
    }
}
