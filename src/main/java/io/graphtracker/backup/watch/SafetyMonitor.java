package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.SerialRefresh;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.schedule.ScheduleChanged;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.environment.ServerOnly;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether the data are safe, as it was last read: for banners, health and metrics, none of which may wait for a disk.
 * Read again after everything that changes it, and every minute. Where the database is not backed up by the application
 * nothing is read.
 */
@ServerOnly
@Component
public class SafetyMonitor {

    /** From when on a reading does not hold any more: a disk that hangs ends none. */
    static final Duration HOLDS = Duration.ofMinutes(5);

    private final boolean supported;
    private final FailSafeEvents events;
    private final Clock clock;
    private final SerialRefresh reading;
    private volatile DataSafety latest = DataSafety.UNREAD;

    /** Null before the application has started: a command line needs no monitor. */
    private volatile @Nullable Instant started;

    SafetyMonitor(
            SafetyReader reader,
            DatabaseUrl database,
            @BackupExecutor Executor executor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.supported = database instanceof DatabaseUrl.Sqlite;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
        this.reading = new SerialRefresh(executor, number -> {
            latest = reader.readWithoutChanges();
            this.events.publish(new SafetyChanged());
        });
    }

    /** Whether there is anything to watch: the application makes no backups of PostgreSQL. */
    public boolean isSupported() {
        return supported;
    }

    /**
     * What was read last, or that it cannot be read, if that was too long ago; {@link DataSafety#UNREAD} at first. The
     * changes are not known.
     */
    public DataSafety latest() {
        DataSafety read = latest;
        Instant now = Instant.now(clock);
        return isOverdue(read, now) ? read.unreadable(now) : read;
    }

    private boolean isOverdue(DataSafety read, Instant now) {
        Instant begun = started;
        return begun != null
                && Duration.between(read.isRead() ? read.at() : begun, now).compareTo(HOLDS) > 0;
    }

    void start() {
        if (supported) {
            started = Instant.now(clock);
            refresh();
        }
    }

    /** Reads it again, on another thread. */
    void refresh() {
        if (started == null) {
            return;
        }
        if (isOverdue(latest, Instant.now(clock))) {
            // nobody else tells the pages of a disk that hangs
            events.publish(new SafetyChanged());
        }
        reading.request();
    }

    @EventListener
    void on(CatalogChanged event) {
        refresh();
    }

    @EventListener
    void on(BackupEvent.Ended event) {
        refresh();
    }

    @EventListener
    void on(WatchChanged event) {
        refresh();
    }

    @EventListener
    void on(ScheduleChanged event) {
        refresh();
    }
}
