package io.graphtracker.backup.schedule;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupResult;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Stores the results of scheduled runs. One that cannot be stored, for example because a full disk made both
 * impossible, is kept in memory, and shown to users all the same.
 */
@Component
class RunResults {

    /** A result, and the claim that it ends. */
    private record Ended(ScheduleState.Claim claim, LastRun result) {}

    /** The code of the problem in the audit log. */
    private static final String INTERRUPTED = "interrupted";

    private final ScheduleStore store;
    private final AuditLog auditLog;
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final FailSafeEvents events;
    private final Clock clock;
    private volatile @Nullable Ended unstored;

    RunResults(
            ScheduleStore store,
            AuditLog auditLog,
            BackupTexts backupTexts,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.auditLog = auditLog;
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
    }

    /** The state as it would be if all results had been stored. */
    ScheduleState added(ScheduleState stored) {
        Ended run = unstored;
        return run == null ? stored : stored.withLastRun(run.result());
    }

    /** Ends a run that made a backup, which is a success only if that can be restored. */
    void made(ScheduleState before, ScheduleState.Claim claim, BackupResult made) throws OperationsDatabaseException {
        Backup backup = made.backup();
        String name = backup.file().getFileName().toString();
        BackupManifest.NotRestorable fault = backup.manifest().notRestorable();
        if (fault == null) {
            end(before, claim, made.isNew() ? RunOutcome.MADE : RunOutcome.UNCHANGED, name, "", "");
        } else {
            String message = backupTexts.notRestorable(fault);
            end(before, claim, RunOutcome.FAILED, name, message, backupTexts.hint(backup));
        }
    }

    void failed(ScheduleState before, ScheduleState.Claim claim, BackupException reason)
            throws OperationsDatabaseException {
        RunOutcome outcome =
                reason.problem() == BackupProblem.BACKUP_CANCELLED ? RunOutcome.CANCELLED : RunOutcome.FAILED;
        end(before, claim, outcome, "", backupTexts.message(reason), backupTexts.hint(reason));
    }

    private void end(
            ScheduleState before,
            ScheduleState.Claim claim,
            RunOutcome outcome,
            String backup,
            String message,
            String hint)
            throws OperationsDatabaseException {
        LastRun result = result(before, claim, outcome, backup, message, hint);
        unstored = new Ended(claim, result);
        try {
            store();
        } finally {
            events.publish(new RunEnded(result));
        }
    }

    /**
     * Stores what could not be stored so far.
     *
     * @throws OperationsDatabaseException if it still cannot be stored
     */
    void store() throws OperationsDatabaseException {
        Ended run = unstored;
        if (run != null) {
            store.end(run.claim(), run.result(), null);
            unstored = null;
        }
    }

    /**
     * Ends the run that its process did not end. It is made up for at once; but not if it did so itself: a backup that
     * ends the application must not do so for ever.
     */
    void interrupted(ScheduleState state) throws OperationsDatabaseException {
        ScheduleState.Claim claim = state.running();
        if (claim != null) {
            store.end(
                    claim,
                    result(state, claim, RunOutcome.INTERRUPTED, "", texts.get("schedule.interrupted"), ""),
                    claim.again() ? null : Instant.now(clock));
            // as long as that cannot be stored, each look comes here
            auditLog.add(AuditEntry.failed(
                    claim.since(),
                    AuditEntryKind.MADE,
                    "",
                    ScheduledBackup.USER,
                    INTERRUPTED,
                    texts.get("schedule.interrupted")));
        }
    }

    private LastRun result(
            ScheduleState before,
            ScheduleState.Claim claim,
            RunOutcome outcome,
            String backup,
            String message,
            String hint) {
        LastRun last = before.lastRun();
        int failures = last == null ? 0 : last.failures();
        return new LastRun(
                last == null ? 1 : last.number() + 1,
                claim.due(),
                Instant.now(clock),
                outcome,
                backup,
                message,
                hint,
                switch (outcome) {
                    case MADE, UNCHANGED -> 0;
                    case CANCELLED -> failures;
                    case FAILED, INTERRUPTED -> failures + 1;
                },
                false);
    }
}
