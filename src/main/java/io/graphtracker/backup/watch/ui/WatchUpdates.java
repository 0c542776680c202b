package io.graphtracker.backup.watch.ui;

import com.vaadin.flow.component.Component;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.SafetyChanged;
import io.graphtracker.backup.watch.SafetyMonitor;
import io.graphtracker.backup.watch.WatchProgress;
import io.graphtracker.backup.watch.WatchProgressed;
import io.graphtracker.backup.watch.WatchRuns;
import io.graphtracker.signals.Broadcaster;
import java.util.Optional;
import org.springframework.context.event.EventListener;

/** What open pages follow: whether the data are safe, and the progress of a run. */
@org.springframework.stereotype.Component
class WatchUpdates {

    private final SafetyMonitor monitor;
    private final WatchRuns runs;
    private final Broadcaster safety = new Broadcaster();
    private final Broadcaster progress = new Broadcaster();

    WatchUpdates(SafetyMonitor monitor, WatchRuns runs) {
        this.monitor = monitor;
        this.runs = runs;
    }

    DataSafety safety() {
        return monitor.latest();
    }

    Optional<WatchProgress> progress() {
        return runs.progress();
    }

    /** Updates a part of a page now, and whenever {@link #safety()} was read again, as long as it is attached. */
    void followSafety(Component part, Runnable update) {
        safety.subscribe(part, update);
    }

    /** The same for {@link #progress()}. */
    void followProgress(Component part, Runnable update) {
        progress.subscribe(part, update);
    }

    @EventListener
    void on(SafetyChanged event) {
        safety.publish();
    }

    @EventListener
    void on(WatchProgressed event) {
        progress.publish();
    }
}
