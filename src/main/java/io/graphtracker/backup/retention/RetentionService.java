package io.graphtracker.backup.retention;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.restore.UndoOffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
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
    private final FailSafeEvents events;
    private final Clock clock;

    RetentionService(
            RetentionStore store,
            CatalogService catalog,
            RestoreService restores,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.restores = restores;
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

    /**
     * What a rule would do with the files in the folder now.
     *
     * @throws BackupException if the folder cannot be listed
     */
    public RetentionPlan plan(RetentionRule rule) {
        return plan(rule, catalog.list().entries());
    }

    /** The same for a listing. */
    RetentionPlan plan(RetentionRule rule, Collection<CatalogEntry> entries) {
        Set<String> neededToUndo =
                restores.undoOffer().map(UndoOffer::safetyBackup).stream().collect(Collectors.toSet());
        return RetentionPlan.of(entries, rule, ZonedDateTime.now(clock), neededToUndo);
    }

    /**
     * Saves a rule in place of the former one. It is applied after the next backup.
     *
     * @param user the name of the user who wants it
     * @throws OperationsDatabaseException if it cannot be stored; then the former one stays
     */
    public void save(RetentionRule rule, String user) throws OperationsDatabaseException {
        store.write(rule, user, Instant.now(clock));
        events.publish(new RetentionChanged());
    }

    /**
     * Saves {@link RetentionRule#SENSIBLE} if there is no rule yet: a rule that somebody chose is never replaced.
     *
     * @param user the name of the user who wants it
     * @return whether it was saved
     * @throws OperationsDatabaseException if it cannot be stored
     */
    public boolean saveSensible(String user) throws OperationsDatabaseException {
        boolean saved = store.writeFirst(RetentionRule.SENSIBLE, user, Instant.now(clock));
        events.publish(new RetentionChanged());
        return saved;
    }

    /**
     * Removes the rule: nothing is deleted any more.
     *
     * @throws OperationsDatabaseException if that cannot be stored; then the rule stays
     */
    public void turnOff() throws OperationsDatabaseException {
        store.delete();
        events.publish(new RetentionChanged());
    }
}
