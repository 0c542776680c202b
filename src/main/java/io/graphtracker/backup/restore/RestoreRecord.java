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

/** Puts restores on record, and says where what they replaced is. */
@Component
class RestoreRecord {

    private final AuditLog record;
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Clock clock;

    RestoreRecord(AuditLog record, BackupTexts backupTexts, Texts texts, Clock clock) {
        this.record = record;
        this.backupTexts = backupTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param keptAs the folder that keeps the former files, if one does */
    void done(RestoreOrder order, @Nullable String safetyBackup, @Nullable Path keptAs) {
        record.add(order.done(safetyBackup, where(keptAs)));
    }

    /** That the start has finished one that was interrupted. */
    void finished(SwitchIntent intent, DatabaseFiles files) {
        String keepAs = intent.keepAs();
        String where = where(keepAs == null ? null : files.database().resolveSibling(keepAs));
        record.add(intent.order()
                .done(
                        intent.safetyBackup(),
                        Stream.of(texts.get("restore.interrupted.finished"), where)
                                .filter(sentence -> !sentence.isEmpty())
                                .collect(Collectors.joining(" "))));
    }

    /** That the start has taken one back that was interrupted. */
    void undone(SwitchIntent intent) {
        RestoreOrder order = intent.order();
        record.add(AuditEntry.failed(
                order.at(),
                order.operation(),
                order.backup(),
                order.by(),
                BackupProblem.RESTORE_FAILED.code(),
                texts.get("restore.interrupted.undone")));
    }

    void failed(RestoreOrder order, BackupException reason) {
        failed(order.operation(), order.backup(), order.by(), reason);
    }

    /** That a former database was deleted. */
    void deleted(String name, String by) {
        record.add(AuditEntry.done(Instant.now(clock), AuditEntryKind.DELETED, name, by));
    }

    void failed(AuditEntryKind kind, String name, String by, BackupException reason) {
        record.add(AuditEntry.failed(
                Instant.now(clock), kind, name, by, reason.problem().code(), backupTexts.message(reason)));
    }

    /** For people who look for it later, when the dialog is long closed. */
    private String where(@Nullable Path keptAs) {
        return keptAs == null ? "" : texts.get("restore.record.kept", backupTexts.path(keptAs));
    }
}
