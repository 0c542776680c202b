package io.graphtracker.backup.retention;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.restore.UndoOffer;
import io.graphtracker.backup.schedule.ScheduleService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The rule by which old backups are deleted. There is none until somebody saves one. Blocking disk access: never call
 * it on a page's thread.
 */
@Service
public class RetentionService {

    private final RetentionStore store;
    private final CatalogService catalog;
    private final RestoreService restores;
    private final ScheduleService schedules;
    private final AuditLog auditLog;
    private final RetentionTexts texts;
    private final FailSafeEvents events;
    private final Clock clock;
    private volatile List<String> notDeleted = List.of();

    RetentionService(
            RetentionStore store,
            CatalogService catalog,
            RestoreService restores,
            ScheduleService schedules,
            AuditLog auditLog,
            RetentionTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.restores = restores;
        this.schedules = schedules;
        this.auditLog = auditLog;
        this.texts = texts;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
    }

    /**
     * The rule; empty if nothing is to be deleted.
     *
     * @throws OperationsDatabaseException if it is unknown; then nothing is deleted
     */
    public Optional<RetentionRule> rule() throws OperationsDatabaseException {
        return store.read();
    }

    /** The backups that the rule was to delete the last time it was applied by this process, but could not. */
    public List<String> notDeleted() {
        return notDeleted;
    }

    void setNotDeleted(List<String> names) {
        if (!names.equals(notDeleted)) {
            notDeleted = List.copyOf(names);
            events.publish(new RetentionChanged());
        }
    }

    /**
     * What a rule would do with the files in the folder now.
     *
     * @throws BackupException if the folder cannot be listed
     * @throws OperationsDatabaseException if the zone of the schedule is unknown
     */
    public RetentionPlan plan(RetentionRule rule) throws OperationsDatabaseException {
        return plan(rule, catalog.list().entries());
    }

    /** The same for a listing. */
    RetentionPlan plan(RetentionRule rule, Collection<CatalogEntry> entries) throws OperationsDatabaseException {
        ZoneId zone = schedules.state().map(state -> state.schedule().zone()).orElse(clock.getZone());
        Set<String> neededToUndo =
                restores.undoOffer().map(UndoOffer::safetyBackup).stream().collect(Collectors.toSet());
        return RetentionPlan.of(entries, rule, Instant.now(clock).atZone(zone), neededToUndo);
    }

    /**
     * Saves a rule in place of the former one. It is applied after the next backup.
     *
     * @param user the name of the user who wants it
     * @throws OperationsDatabaseException if it cannot be stored; then the former one stays
     */
    public void save(RetentionRule rule, String user) throws OperationsDatabaseException {
        store.write(rule, user, Instant.now(clock));
        changed(texts.summary(rule), user);
    }

    /**
     * Saves {@link RetentionRule#SENSIBLE} for somebody who has not thought about it, if there is no rule yet and it
     * would delete nothing now.
     *
     * @param user the name of the user who wants it
     * @throws BackupException if the folder cannot be listed
     * @throws OperationsDatabaseException if it cannot be stored
     */
    public SensibleRule saveSensible(String user) throws OperationsDatabaseException {
        if (rule().isPresent()) {
            return SensibleRule.KEPT_OTHER;
        }
        if (!plan(RetentionRule.SENSIBLE).deletions().isEmpty()) {
            return SensibleRule.NEEDS_PREVIEW;
        }
        if (!store.writeFirst(RetentionRule.SENSIBLE, user, Instant.now(clock))) {
            return SensibleRule.KEPT_OTHER;
        }
        changed(texts.summary(RetentionRule.SENSIBLE), user);
        return SensibleRule.SAVED;
    }

    /**
     * Removes the rule: nothing is deleted any more.
     *
     * @param user the name of the user who wants that
     * @throws OperationsDatabaseException if that cannot be stored; then the rule stays
     */
    public void turnOff(String user) throws OperationsDatabaseException {
        store.delete();
        changed(texts.none(), user);
    }

    private void changed(String detail, String user) {
        auditLog.add(AuditEntry.done(Instant.now(clock), AuditEntryKind.RETENTION_CHANGED, "", user, detail));
        events.publish(new RetentionChanged());
    }
}
