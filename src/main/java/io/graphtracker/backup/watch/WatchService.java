package io.graphtracker.backup.watch;

import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Reads and changes the settings of watching. Blocking disk access: never call it on a page's thread. */
@Service
public class WatchService {

    private final WatchStore store;
    private final SuccessCalls calls;
    private final AuditLog auditLog;
    private final FailSafeEvents events;
    private final Texts texts;
    private final Clock clock;

    WatchService(
            WatchStore store,
            SuccessCalls calls,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.calls = calls;
        this.auditLog = auditLog;
        this.events = new FailSafeEvents(events);
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Sets how old the newest verified backup may become.
     *
     * @param days from {@link WatchSettings#LEAST_DAYS} to {@link WatchSettings#MOST_DAYS}
     * @throws OperationsDatabaseException if that cannot be saved
     */
    public void setMaxAgeDays(int days, String user) throws OperationsDatabaseException {
        if (days < WatchSettings.LEAST_DAYS || days > WatchSettings.MOST_DAYS) {
            throw new IllegalArgumentException("Not a possible number of days: " + days);
        }
        store.saveMaxAgeDays(days);
        record(user, texts.get("watch.recorded.age", days));
    }

    /**
     * Sets the address to call after each scheduled backup that succeeded.
     *
     * @throws OperationsDatabaseException if that cannot be saved
     */
    public void setCallAddress(CallAddress address, String user) throws OperationsDatabaseException {
        store.saveCallAddress(address.stored());
        store.forgetCall();
        record(user, texts.get("watch.recorded.call", address.shown()));
    }

    /**
     * Calls no address any more.
     *
     * @throws OperationsDatabaseException if that cannot be saved
     */
    public void removeCallAddress(String user) throws OperationsDatabaseException {
        store.saveCallAddress("");
        store.forgetCall();
        record(user, texts.get("watch.recorded.no-call"));
    }

    /** Calls the address now, to try it; empty if there is none, or it cannot be read. */
    public Optional<CallResult> call() {
        return calls.callNow();
    }

    /**
     * Lets no page tell of the failures of a job any more, until it runs again.
     *
     * @throws OperationsDatabaseException if that cannot be saved
     */
    public void dismiss(WatchJob job) throws OperationsDatabaseException {
        store.dismiss(job);
        events.publish(new WatchChanged());
    }

    private void record(String user, String detail) {
        auditLog.add(new AuditEntry(
                UUID.randomUUID(), Instant.now(clock), AuditEntryKind.WATCH_CHANGED, "", user, null, detail, null));
        events.publish(new WatchChanged());
    }
}
