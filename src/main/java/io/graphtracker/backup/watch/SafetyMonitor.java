package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.SerialRefresh;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.schedule.ScheduleChanged;
import java.util.concurrent.Executor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether the data are safe, as it was last read: for banners, health and metrics, none of which may wait for a disk.
 * Read again after everything that changes it, and every minute.
 */
@Component
public class SafetyMonitor {

    private final SerialRefresh reading;
    private volatile DataSafety latest = DataSafety.UNREAD;

    /** Not before the application has started: a command line needs no monitor. */
    private volatile boolean started;

    SafetyMonitor(SafetyReader reader, @BackupExecutor Executor executor, ApplicationEventPublisher events) {
        FailSafeEvents failSafe = new FailSafeEvents(events);
        this.reading = new SerialRefresh(executor, number -> {
            latest = reader.readWithoutChanges();
            failSafe.publish(new SafetyChanged());
        });
    }

    /** What was read last; {@link DataSafety#UNREAD} before the first time. The changes are not known. */
    public DataSafety latest() {
        return latest;
    }

    void start() {
        started = true;
        refresh();
    }

    /** Reads it again, on another thread. */
    void refresh() {
        if (started) {
            reading.request();
        }
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
