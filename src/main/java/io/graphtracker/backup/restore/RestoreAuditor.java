package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.texts.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records restores in the audit log, with the place of what they replaced. */
@Component
class RestoreAuditor {

    private final AuditLog auditLog;
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Clock clock;

    RestoreAuditor(AuditLog auditLog, BackupTexts backupTexts, Texts texts, Clock clock) {
        this.auditLog = auditLog;
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param formerFolder the folder of the former database, if there is one */
    void done(ConfirmedRestore restore, @Nullable String safetyBackup, @Nullable Path formerFolder) {
        auditLog.add(restore.done(safetyBackup, where(formerFolder)));
    }

    /** Records that the start finished an interrupted restore. */
    void finished(SwitchIntent intent, DatabaseFiles files) {
        String keepAs = intent.keepAs();
        String where = where(keepAs == null ? null : files.database().resolveSibling(keepAs));
        auditLog.add(intent.restore()
                .done(
                        intent.safetyBackup(),
                        Stream.of(texts.get("restore.interrupted.finished"), where)
                                .filter(sentence -> !sentence.isEmpty())
                                .collect(Collectors.joining(" "))));
    }

    /** Records that the start rolled back an interrupted restore. */
    void undone(SwitchIntent intent) {
        ConfirmedRestore restore = intent.restore();
        auditLog.add(AuditEntry.failed(
                restore.at(),
                restore.auditKind(),
                restore.name(),
                restore.user(),
                BackupProblem.RESTORE_FAILED.code(),
                texts.get("restore.interrupted.undone")));
    }

    void failed(ConfirmedRestore restore, BackupException reason) {
        failed(restore.auditKind(), restore.name(), restore.user(), reason);
    }

    /** Records the deletion of a former database. */
    void deleted(String name, String user) {
        auditLog.add(AuditEntry.done(Instant.now(clock), AuditEntryKind.DELETED, name, user));
    }

    void failed(AuditEntryKind kind, String name, String user, BackupException reason) {
        auditLog.add(AuditEntry.failed(
                Instant.now(clock), kind, name, user, reason.problem().code(), backupTexts.message(reason)));
    }

    /** Tells where it is, for later, when the dialog is closed. */
    private String where(@Nullable Path formerFolder) {
        return formerFolder == null ? "" : texts.get("restore.record.kept", backupTexts.path(formerFolder));
    }
}
