package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.restore.RestoreDrill;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the tasks of the jobs. Blocking disk access: never call it on a page's thread. */
@Component
public class WatchTasks {

    private static final Logger log = LoggerFactory.getLogger(WatchTasks.class);

    private final CatalogService catalog;
    private final RestoreDrill drill;
    private final WatchStore store;
    private final AuditLog auditLog;
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Clock clock;

    WatchTasks(
            CatalogService catalog,
            RestoreDrill drill,
            WatchStore store,
            AuditLog auditLog,
            BackupTexts backupTexts,
            Texts texts,
            Clock clock) {
        this.catalog = catalog;
        this.drill = drill;
        this.store = store;
        this.auditLog = auditLog;
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The task of a job, with the backups that are there now.
     *
     * @param user recorded in the audit log
     * @throws BackupException if the backups folder cannot be listed
     */
    WatchTask begin(WatchJob job, String user) {
        Catalog folder = catalog.list();
        return switch (job) {
            case VERIFICATION -> new Verification(names(folder.entries()), user);
            case DRILL ->
                new Drill(
                        folder.newestVerified().map(CatalogEntry::name).stream().toList(), user);
        };
    }

    /**
     * Verifies all backups now, the newest first, and stores and records the result as that of the weekly job.
     *
     * @param user recorded in the audit log
     * @param jobs the job for each backup, by its name
     * @throws BackupException if the backups folder cannot be listed; {@code backup_cancelled} if a job was cancelled,
     *     and then nothing is stored
     */
    public VerificationResult verifyAll(String user, Function<String, VerificationJob> jobs) {
        Verification task = new Verification(names(catalog.list().entries()), user);
        task.backups().forEach(backup -> task.work(backup, jobs.apply(backup), phase -> {}));
        VerificationResult result = task.result();
        try {
            task.end(result);
        } catch (OperationsDatabaseException e) {
            log.warn("The result of the verification could not be stored", e);
        }
        return result;
    }

    /**
     * A file without a description was put here by somebody, who may verify it; it gets none unasked. Those that failed
     * before are verified again: what was only unreadable may pass, and the result tells of all that is damaged. What
     * cannot be read at all does not tell its description either.
     */
    private static List<String> names(List<CatalogEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.isOurs() && (entry.manifest() != null || entry.isUnreadable()))
                .map(CatalogEntry::name)
                .toList();
    }

    /** Verifies all backups. */
    private final class Verification implements WatchTask {

        private final List<String> names;
        private final String user;
        private final Instant begun = Instant.now(clock);
        private final List<VerificationResult.Failure> failures = new ArrayList<>();
        private long passed;

        Verification(List<String> names, String user) {
            this.names = names;
            this.user = user;
        }

        @Override
        public List<String> backups() {
            return names;
        }

        @Override
        public void work(String backup, VerificationJob job, Consumer<RestoreDrill.Phase> phases) {
            try {
                catalog.verifyAgain(backup, user, job);
                passed++;
            } catch (BackupException e) {
                throwIfCancelled(e);
                // somebody may have deleted it meanwhile
                if (e.problem() != BackupProblem.BACKUP_NOT_FOUND) {
                    failures.add(new VerificationResult.Failure(backup, backupTexts.message(e)));
                }
            }
        }

        @Override
        public void end() throws OperationsDatabaseException {
            end(result());
        }

        VerificationResult result() {
            Instant now = Instant.now(clock);
            return new VerificationResult(
                    now, Duration.between(begun, now).abs(), passed, List.copyOf(failures), false);
        }

        void end(VerificationResult result) throws OperationsDatabaseException {
            record(
                    AuditEntryKind.VERIFIED_ALL,
                    "",
                    user,
                    failures.isEmpty() ? null : BackupProblem.BACKUP_UNUSABLE,
                    texts.get("watch.verification.recorded", passed, failures.size()));
            store.save(result);
        }
    }

    /** Tries to restore one backup. */
    private final class Drill implements WatchTask {

        private final List<String> names;
        private final String user;
        private @Nullable DrillResult result;
        private @Nullable BackupProblem problem;

        Drill(List<String> names, String user) {
            this.names = names;
            this.user = user;
        }

        @Override
        public List<String> backups() {
            return names;
        }

        @Override
        public void work(String backup, VerificationJob job, Consumer<RestoreDrill.Phase> phases) {
            try {
                Map<RestoreDrill.Phase, Duration> times = drill.run(catalog.find(backup), job, phases);
                result = result(backup, times, DrillResult.Outcome.PASSED, "");
            } catch (BackupException e) {
                throwIfCancelled(e);
                problem = e.problem();
                result = result(backup, Map.of(), outcome(e.problem()), backupTexts.message(e));
            }
        }

        /** Whatever else went wrong, a full disk for example, says nothing about the backup. */
        private static DrillResult.Outcome outcome(BackupProblem problem) {
            return problem == BackupProblem.BACKUP_UNUSABLE
                    ? DrillResult.Outcome.FAILED
                    : DrillResult.Outcome.IMPOSSIBLE;
        }

        private DrillResult result(
                String backup, Map<RestoreDrill.Phase, Duration> times, DrillResult.Outcome outcome, String message) {
            return new DrillResult(Instant.now(clock), backup, times, outcome, message, false);
        }

        @Override
        public void end() throws OperationsDatabaseException {
            if (result != null) {
                record(AuditEntryKind.DRILLED, result.backup(), user, problem, result.message());
                store.save(result);
            }
        }
    }

    private static void throwIfCancelled(BackupException reason) {
        if (reason.is(ProblemKind.CHECK_CANCELLED)) {
            throw reason;
        }
    }

    private void record(
            AuditEntryKind kind, String backup, String user, @Nullable BackupProblem problem, String detail) {
        auditLog.add(new AuditEntry(
                UUID.randomUUID(),
                Instant.now(clock),
                kind,
                backup,
                user,
                problem == null ? null : problem.code(),
                detail,
                null));
    }
}
