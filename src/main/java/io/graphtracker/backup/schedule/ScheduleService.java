package io.graphtracker.backup.schedule;

import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Reads and changes the schedule. Blocking disk access: never call it on a page's thread. */
@Service
public class ScheduleService {

    private final ScheduleStore store;
    private final RunResults results;
    private final ScheduleTexts scheduleTexts;
    private final AuditLog auditLog;
    private final FailSafeEvents events;
    private final Clock clock;

    ScheduleService(
            ScheduleStore store,
            RunResults results,
            ScheduleTexts scheduleTexts,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.results = results;
        this.scheduleTexts = scheduleTexts;
        this.auditLog = auditLog;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
    }

    /**
     * The schedule and where it stands; empty if none was ever set.
     *
     * @throws OperationsDatabaseException if it cannot be read
     */
    public Optional<ScheduleState> state() throws OperationsDatabaseException {
        return store.read().map(results::added);
    }

    /**
     * What the last run found that found nothing changed, also if later runs failed; empty if none did.
     *
     * @throws OperationsDatabaseException if it cannot be read
     */
    public Optional<UnchangedBackup> unchanged() throws OperationsDatabaseException {
        return store.unchanged();
    }

    /**
     * Sets the schedule. A schedule by hours begins to count now, unless it is the same as before.
     *
     * @throws OperationsDatabaseException if it cannot be saved; then the former one stays
     */
    public ScheduleState save(Schedule schedule, String user) throws OperationsDatabaseException {
        Instant now = Instant.now(clock);
        Optional<ScheduleState> before = store.read();
        if (before.isEmpty() || !before.get().schedule().equals(schedule)) {
            store.save(schedule, NextRuns.first(schedule, now).orElse(null));
            changed(schedule, user, now);
        }
        return state().orElseThrow();
    }

    /**
     * Sets the schedule if none was ever set.
     *
     * @return empty if one was; that one stays
     * @throws OperationsDatabaseException if it cannot be saved
     */
    public Optional<ScheduleState> saveFirst(Schedule schedule, String user) throws OperationsDatabaseException {
        Instant now = Instant.now(clock);
        if (!store.saveFirst(schedule, NextRuns.first(schedule, now).orElse(null))) {
            return Optional.empty();
        }
        changed(schedule, user, now);
        return state();
    }

    private void changed(Schedule schedule, String user, Instant now) {
        auditLog.add(new AuditEntry(
                UUID.randomUUID(),
                now,
                AuditEntryKind.RESCHEDULED,
                "",
                user,
                null,
                scheduleTexts.describe(schedule),
                null));
        events.publish(new ScheduleChanged());
    }

    /**
     * Tells nobody of a failure any more.
     *
     * @param number of the run that failed
     */
    public void dismiss(long number) throws OperationsDatabaseException {
        store.dismiss(number);
        events.publish(new ScheduleChanged());
    }
}
