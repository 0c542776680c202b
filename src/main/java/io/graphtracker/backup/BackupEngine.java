package io.graphtracker.backup;

import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Makes a backup: lock, sweep, space, snapshot, proof, publication. On any failure it leaves nothing behind, as far as the system lets it. */
final class BackupEngine {

    private final Clock clock;
    private final VolumeSpace space;
    private final Executor executor;
    private final ContentsInspector inspector;
    private final SnapshotVerifier proof;
    private final String applicationVersion;

    /**
     * @param executor runs parts of the work beside the caller: up to five threads at a time
     * @param restorability says whether a copy could be restored
     * @param contents count what a backup holds
     * @param applicationVersion is noted in each manifest
     */
    BackupEngine(
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
        this.proof = new SnapshotVerifier(executor, inspector);
        this.applicationVersion = applicationVersion;
    }

    /**
     * Copies a database into a folder.
     *
     * @param run told how far it is, and asked whether to go on
     * @throws BackupException if it cannot be done, for a reason a person can understand
     */
    Backup backUp(Path database, Path target, BackupJob run) throws IOException, SQLException {
        try {
            BackupFolder folder = BackupFolder.prepare(target);
            try (FolderLock lock = folder.lock(run.startedAt())) {
                folder.sweep();
                folder.requireDeletable();
                return copy(database, folder, run);
            } catch (IOException e) {
                throw explained(e, folder, 0);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            if (run.isCancelled()) {
                throw cancelled(e);
            }
            throw e;
        }
    }

    /** Whoever was told that it stops is not told of a fault that came before it did. */
    private static BackupException cancelled(Exception e) {
        return e instanceof BackupException reason && reason.problem() == BackupProblem.BACKUP_CANCELLED
                ? reason
                : BackupException.causedBy(e, BackupProblem.BACKUP_CANCELLED);
    }

    private Backup copy(Path database, BackupFolder folder, BackupJob run) throws IOException, SQLException {
        try (SourceDatabase source = SourceDatabase.open(database)) {
            if (source.isEmpty()) {
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "source-empty", null);
            }
            long estimate = source.estimatedBytes();
            folder.requireSpace(space, estimate);
            return copy(database, source, folder, estimate, run);
        } catch (SQLException e) {
            if (SqliteErrors.isDamage(e)) {
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "source-damaged", e);
            }
            if (SqliteErrors.isLocked(e)) {
                throw BackupException.causedBy(e, BackupProblem.DATABASE_LOCKED, database);
            }
            throw e;
        }
    }

    private Backup copy(Path database, SourceDatabase source, BackupFolder folder, long estimate, BackupJob run)
            throws IOException, SQLException {
        SchemaFingerprint identity = source.identity();
        run.enter(BackupPhase.COPYING, estimate);
        long version = source.dataVersion();
        try (PartFile part = folder.reserve(run.startedAt());
                SourceInspection rows = new SourceInspection(database, inspector, run, executor)) {
            boolean cutOff = source.isCutOff();
            source.copyInto(part.path(), run);
            if (source.dataVersion() != version) {
                rows.discard();
            }
            if (cutOff && source.isCutOff()) {
                // asked twice, for while it grows it may end anywhere for a moment
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "source-damaged", null);
            }
            run.enter(BackupPhase.CHECKING, Files.size(part.path()));
            CompletableFuture<Void> onDisk = part.forceBeside(executor);
            SnapshotVerifier.Proven proven = proof.prove(part, identity, rows.findings(), run);
            Instant provenAt = Instant.now(clock);
            run.enter(BackupPhase.PUBLISHING, 0);
            await(onDisk, folder, estimate);
            return publish(part, identity, proven, provenAt, run);
        } catch (SQLException e) {
            throw explained(e, folder, estimate);
        } catch (IOException e) {
            throw explained(e, folder, estimate);
        }
    }

    /** What the disk did not take is no backup, although the system's cache still shows all of it. */
    private void await(CompletableFuture<Void> onDisk, BackupFolder folder, long estimate) throws IOException {
        try {
            onDisk.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof UncheckedIOException refused)) {
                throw e;
            }
            if (folder.isGone() || folder.isFull(space)) {
                throw refused.getCause();
            }
            throw folder.limited(space, estimate, refused.getCause());
        }
    }

    private Backup publish(
            PartFile part, SchemaFingerprint identity, SnapshotVerifier.Proven proven, Instant provenAt, BackupJob run)
            throws IOException {
        // before it is published: nothing may fail after that
        long sizeBytes = Files.size(part.path());
        FileStamp checked = FileStamp.of(part.path());
        BackupManifest unnamed = BackupManifest.ofNew(
                "", run, provenAt, applicationVersion, identity.schemaVersion(), sizeBytes, proven, checked);
        Path file = part.publish(proven.sha256(), name -> unnamed.withFile(name).toJson(), run::commit);
        return new Backup(file, unnamed.withFile(file.getFileName().toString()));
    }

    private SQLException explained(SQLException e, BackupFolder folder, long estimate) throws IOException {
        if (SqliteErrors.isStop(e)) {
            // with what it left
            return e;
        }
        if (folder.isGone()) {
            throw folder.gone(e);
        }
        if (SqliteErrors.isOfSchema(e)) {
            // a function or a collation that SQLite does not know
            throw BackupException.ofKind(
                    BackupProblem.VERIFICATION_FAILED, "source-schema", e, SqliteErrors.message(e));
        }
        if (SqliteErrors.isFull(e)) {
            throw folder.full(space, estimate, e);
        }
        if (SqliteErrors.isRefusedWrite(e)) {
            throw folder.limited(space, estimate, e);
        }
        if (SqliteErrors.isDiskFault(e)) {
            throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "disk", e);
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
