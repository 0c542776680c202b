package io.graphtracker.backup.page;

import com.vaadin.flow.component.Component;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.SerialRefresh;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.retention.RetentionChanged;
import io.graphtracker.backup.schedule.ScheduleChanged;
import io.graphtracker.backup.watch.WatchChanged;
import io.graphtracker.signals.Broadcaster;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.springframework.context.event.EventListener;

/**
 * What all open Backups pages show: what was loaded last, and which backups are being checked. As long as no page is
 * open, nothing is loaded.
 *
 * @see "docs/decisions/2026-11-24-pages-are-told-not-by-effects.md"
 */
@org.springframework.stereotype.Component
class BackupsPageUpdates {

    /**
     * The backups that are being checked.
     *
     * @param progress how far each is, by its name
     */
    record Checks(Map<String, VerificationProgress> progress) {

        static final Checks NONE = new Checks(Map.of());

        boolean has(String name) {
            return progress.containsKey(name);
        }

        VerificationProgress of(String name) {
            return progress.getOrDefault(name, VerificationProgress.NONE);
        }

        private Checks with(String name, VerificationProgress reached) {
            Map<String, VerificationProgress> all = new HashMap<>(progress);
            all.put(name, reached);
            return new Checks(Map.copyOf(all));
        }

        private Checks without(String name) {
            Map<String, VerificationProgress> all = new HashMap<>(progress);
            all.remove(name);
            return new Checks(Map.copyOf(all));
        }
    }

    private final SerialRefresh loading;
    private final Broadcaster pages = new Broadcaster();
    private volatile Checks checks = Checks.NONE;
    private volatile BackupsPageModel latest = BackupsPageModel.NONE;

    BackupsPageUpdates(BackupsPageLoader loader, @BackupExecutor Executor executor) {
        this.loading = new SerialRefresh(executor, number -> {
            latest = loader.load(number);
            pages.publish();
        });
    }

    /**
     * Updates a page whenever {@link #latest()} or {@link #checks()} changes, and requests a new model when the page is
     * attached.
     *
     * @param requested given what {@link #refresh()} answers
     */
    void subscribe(Component page, LongConsumer requested, Runnable update) {
        pages.subscribe(page, update);
        // only once the page is subscribed: before, a change during this very load would not lead to another one
        page.addAttachListener(attach -> requested.accept(refresh()));
    }

    BackupsPageModel latest() {
        return latest;
    }

    /** The backups that are being checked. */
    Checks checks() {
        return checks;
    }

    /**
     * Loads what the page shows again, on another thread.
     *
     * @return the {@link BackupsPageModel#number()} from which on a model was loaded after this call
     */
    long refresh() {
        return loading.request();
    }

    /** Marks a backup as being checked; false if it is marked already. */
    synchronized boolean beginCheck(String name) {
        if (checks.has(name)) {
            return false;
        }
        checks = checks.with(name, VerificationProgress.NONE);
        pages.publish();
        return true;
    }

    /** Updates the progress of a check. */
    synchronized void advanceCheck(String name, VerificationProgress reached) {
        if (checks.has(name)) {
            checks = checks.with(name, reached);
            pages.publish();
        }
    }

    synchronized void endCheck(String name) {
        checks = checks.without(name);
        pages.publish();
    }

    @EventListener
    void on(CatalogChanged event) {
        change();
    }

    @EventListener
    void on(ScheduleChanged event) {
        change();
    }

    @EventListener
    void on(RetentionChanged event) {
        change();
    }

    @EventListener
    void on(WatchChanged event) {
        change();
    }

    @EventListener
    void on(BackupEvent.Ended event) {
        change();
    }

    private void change() {
        if (!pages.isEmpty()) {
            refresh();
        }
    }
}
