package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.SystemFault;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.database.DatabaseGate;
import io.graphtracker.database.DatabaseGeneration;
import io.graphtracker.database.DatabaseReplaced;
import io.graphtracker.database.GateTimeoutException;
import io.graphtracker.database.sqlite.DatabaseTimeouts;
import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The steps of one restore. Whatever fails, the live database is completely the old one or completely the new one.
 *
 * @see "docs/decisions/2026-11-24-restore-alone.md"
 */
@Component
class RestoreProcedure {

    private static final Logger log = LoggerFactory.getLogger(RestoreProcedure.class);

    private final RestoreCandidate candidate;
    private final SafetyBackups safetyBackups;
    private final FormerDatabases formerDatabases;
    private final DatabaseHealth health;
    private final BackupService backups;
    private final DatabaseGate gate;
    private final RestoreAuditor auditor;
    private final DatabaseGeneration generation;
    private final FailSafeEvents events;
    private final DatabaseTimeouts timeouts;
    private final Consumer<DatabaseSwitch.Checkpoint> watcher;

    RestoreProcedure(
            RestoreCandidate candidate,
            SafetyBackups safetyBackups,
            FormerDatabases formerDatabases,
            DatabaseHealth health,
            BackupService backups,
            DatabaseGate gate,
            RestoreAuditor auditor,
            DatabaseGeneration generation,
            ApplicationEventPublisher events,
            ObjectProvider<DatabaseTimeouts> timeouts,
            ObjectProvider<SwitchWatcher> watcher) {
        this.candidate = candidate;
        this.safetyBackups = safetyBackups;
        this.formerDatabases = formerDatabases;
        this.health = health;
        this.backups = backups;
        this.gate = gate;
        this.auditor = auditor;
        this.generation = generation;
        this.events = new FailSafeEvents(events);
        this.timeouts = timeouts.getIfAvailable(() -> DatabaseTimeouts.DEFAULT);
        this.watcher = watcher.getIfAvailable(() -> checkpoint -> {});
    }

    /**
     * Runs them.
     *
     * @param steps told of each before it begins
     * @param job told of the progress, and asked whether to go on, before the database is exchanged
     * @throws BackupException if it was not done; the database is what it was
     */
    RestoreResult run(
            Path database,
            RestorePreview confirmed,
            ConfirmedRestore restore,
            Consumer<RestoreStep> steps,
            VerificationJob job)
            throws IOException {
        // on a new machine there is none yet
        PrivateFiles.createFolders(PrivateFiles.folderOf(database));
        DatabaseFiles files = DatabaseFiles.of(database);
        requireMovable(files);
        try (RestoreLock lock = RestoreLock.require(files);
                SafetyBackup safety = safetyBackups.of(database, restore.user())) {
            if (Files.exists(files.intent())) {
                throw BackupException.of(ProblemKind.RESTORE_UNFINISHED);
            }
            return run(files, confirmed, restore, safety, steps, job);
        } catch (BackupException e) {
            throw isCancelled(e) ? BackupException.causedBy(e, ProblemKind.RESTORE_CANCELLED) : e;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Whether somebody cancelled it, or the safety backup that is a part of it. */
    private static boolean isCancelled(BackupException reason) {
        return reason.is(ProblemKind.CHECK_CANCELLED) || reason.kind().equals(BackupProblem.BACKUP_CANCELLED.code());
    }

    /** Checked before anything is copied. */
    private static void requireMovable(DatabaseFiles files) {
        if (files.live().stream().anyMatch(MountPoints::contain)) {
            throw BackupException.of(ProblemKind.RESTORE_MOUNTED, files.database());
        }
    }

    private RestoreResult run(
            DatabaseFiles files,
            RestorePreview confirmed,
            ConfirmedRestore restore,
            SafetyBackup safety,
            Consumer<RestoreStep> steps,
            VerificationJob job)
            throws IOException, SQLException {
        try {
            steps.accept(RestoreStep.STAGING);
            candidate.copy(confirmed, files, job);
            steps.accept(RestoreStep.MIGRATING);
            candidate.prepare(confirmed, files, job);
            job.throwIfCancelled();
            steps.accept(RestoreStep.SAFETY_BACKUP);
            // from here on, other backups would have the files open that are renamed
            try (BackupService.Hold hold = backups.hold()) {
                safety.backUp();
                job.throwIfCancelled();
                steps.accept(RestoreStep.SWITCHING);
                RestoreResult result = switchTo(files, safety, restore, steps);
                events.publish(new DatabaseReplaced());
                finish(files, restore, result);
                return result;
            }
        } finally {
            discardQuietly(files);
        }
    }

    /** A copy that cannot be deleted does not change the result of the restore. */
    private void discardQuietly(DatabaseFiles files) {
        try {
            if (!Files.exists(files.intent())) {
                candidate.discard(files);
            }
        } catch (IOException e) {
            log.warn("What a restore left could not be cleared away; the next start does so", e);
        }
    }

    private RestoreResult switchTo(
            DatabaseFiles files, SafetyBackup safety, ConfirmedRestore restore, Consumer<RestoreStep> steps)
            throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files, watcher);
        try {
            return gate.whileClosed(
                    timeouts.transactions(),
                    () -> {
                        safety.catchUp();
                        requireAlone(safety, files);
                        return exchange(change, files, safety, restore, steps);
                    },
                    // no pool could be opened on it, and none may be before it is rolled back
                    failure -> rollBack(change, failure));
        } catch (GateTimeoutException e) {
            throw BackupException.causedBy(
                    e,
                    ProblemKind.RESTORE_IN_USE,
                    String.valueOf(timeouts.transactions().toSeconds()));
        } catch (Exception e) {
            throw explained(e, files);
        }
    }

    /** A database that SQLite cannot open is not open in another program either. */
    private void requireAlone(SafetyBackup safety, DatabaseFiles files) throws SQLException {
        if (!safety.isOpenable()) {
            return;
        }
        try {
            health.requireAlone(files.database());
        } catch (SQLException e) {
            if (safety.reasonToKeep() == null || !SqliteErrors.isOfTheDatabase(e)) {
                throw e;
            }
            log.warn("The former database is kept with its log, which cannot be taken in", e);
        }
    }

    private RestoreResult exchange(
            DatabaseSwitch change,
            DatabaseFiles files,
            SafetyBackup safety,
            ConfirmedRestore restore,
            Consumer<RestoreStep> steps)
            throws IOException, SQLException {
        String safetyBackup = safety.safetyBackup();
        FormerDatabaseReason reason = files.holdData() ? safety.reasonToKeep() : null;
        Path formerFolder = reason == null ? null : formerDatabases.nameFor(files, restore);
        try {
            SwitchIntent intent = reason == null || formerFolder == null
                    ? new SwitchIntent(restore, safetyBackup, null)
                    : SwitchIntent.keeping(restore, formerFolder.getFileName().toString(), reason, safety.isUsable());
            change.perform(intent);
            steps.accept(RestoreStep.HEALTH_CHECK);
            candidate.requireWorking(restore, files.database());
            change.accept(intent);
            // pages must not write what they read from the former database over the new one
            generation.advance();
            return new RestoreResult(restore.name(), restore.undo(), safetyBackup, formerFolder, reason);
        } catch (IOException | SQLException | RuntimeException | Error e) {
            rollBack(change, e);
            throw e;
        }
    }

    /** What cannot be rolled back now is rolled back at the next start. */
    private static void rollBack(DatabaseSwitch change, Throwable failure) {
        try {
            change.rollBack();
        } catch (IOException | RuntimeException e) {
            log.error("The former database could not be put back; the next start tries again", e);
            failure.addSuppressed(e);
        }
    }

    private static BackupException explained(Exception failure, DatabaseFiles files) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (Files.exists(files.intent())) {
            return BackupException.causedBy(failure, ProblemKind.RESTORE_STUCK, files.aside());
        }
        if (failure instanceof BackupException reason && reason.problem() != BackupProblem.BACKUP_UNUSABLE) {
            return reason;
        }
        Optional<SystemFault> fault = failure instanceof IOException e ? SystemFault.of(e) : Optional.empty();
        return fault.map(system -> BackupException.causedBy(failure, ProblemKind.RESTORE_SYSTEM, system.message()))
                .orElseGet(() -> BackupException.causedBy(failure, ProblemKind.RESTORE_SWITCH));
    }

    /** Ends a restore that is done: leftovers of a failure here are deleted at the next start. */
    private void finish(DatabaseFiles files, ConfirmedRestore restore, RestoreResult result) {
        auditor.done(restore, result.safetyBackup(), result.formerFolder());
        try {
            new DatabaseSwitch(files, watcher).commit();
        } catch (IOException | RuntimeException e) {
            log.error("What the restore of {} left could not be cleared away", restore.name(), e);
        }
    }
}
