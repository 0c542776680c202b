package io.graphtracker.backup.audit;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupTexts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Records every backup that was made or attempted in the audit log. It is called before all other listeners, which read the
 * audit log when they receive the event; and, unlike methods with {@code @EventListener}, also before the context is
 * complete, when the backup before an upgrade is made.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BackupAuditor implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final AuditLog auditLog;
    private final BackupTexts texts;
    private final Clock clock;

    BackupAuditor(AuditLog auditLog, BackupTexts texts, Clock clock) {
        this.auditLog = auditLog;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof BackupEvent.Ended ended) {
            record(ended);
        }
    }

    private void record(BackupEvent.Ended event) {
        Instant now = Instant.now(clock);
        auditLog.add(
                switch (event) {
                    case BackupEvent.Finished(var backup, var user) ->
                        AuditEntry.done(
                                now,
                                AuditEntryKind.MADE,
                                backup.file().getFileName().toString(),
                                user);
                    case BackupEvent.Unchanged(var existing, var user) ->
                        AuditEntry.done(
                                now,
                                AuditEntryKind.UNCHANGED,
                                existing.file().getFileName().toString(),
                                user);
                    case BackupEvent.Failed(var reason, var at, var user) ->
                        AuditEntry.failed(
                                now,
                                AuditEntryKind.MADE,
                                "",
                                user,
                                reason.problem().code(),
                                texts.message(reason));
                });
    }
}
