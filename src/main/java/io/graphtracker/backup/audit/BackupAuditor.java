package io.graphtracker.backup.audit;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupTexts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Records backups that were made, or tried, by whatever way they were asked for. */
@Component
class BackupAuditor {

    private final AuditLog record;
    private final BackupTexts texts;
    private final Clock clock;

    BackupAuditor(AuditLog record, BackupTexts texts, Clock clock) {
        this.record = record;
        this.texts = texts;
        this.clock = clock;
    }

    /** First of all: others read the record when they hear of it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(BackupEvent.Ended event) {
        Instant now = Instant.now(clock);
        record.add(
                switch (event) {
                    case BackupEvent.Finished(var backup, var user) ->
                        AuditEntry.done(
                                now,
                                AuditEntryKind.MADE,
                                backup.file().getFileName().toString(),
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
