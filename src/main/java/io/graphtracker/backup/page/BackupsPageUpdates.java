package io.graphtracker.backup.page;

import com.vaadin.flow.component.Component;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.signals.Broadcaster;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.springframework.context.event.EventListener;

/**
 * What all open Backups pages follow, whoever changes it: that something is not as it was, what was seen there last, and which
 * backups are being checked. Nobody looks as long as no page is open.
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

    private final BackupsPageLoader lookout;
    private final Executor executor;
    private final Broadcaster pages = new Broadcaster();
    private volatile Checks checks = Checks.NONE;
    private volatile BackupsPageState latest = BackupsPageState.NONE;

    /** Guarded, like {@link #looking}, by this. */
    private long asked;

    private boolean looking;

    BackupsPageUpdates(BackupsPageLoader lookout, @BackupExecutor Executor executor) {
        this.lookout = lookout;
        this.executor = executor;
    }

    /** Lets a part of a page show what was seen last, and what is being checked, whenever one of them changed. */
    void follow(Component part, Runnable update) {
        pages.follow(part, update);
    }

    BackupsPageState latest() {
        return latest;
    }

    /** What is being checked. */
    Checks checks() {
        return checks;
    }

    /**
     * Looks again, on another thread. Never twice at once, since an older look must not show what it saw after a newer one, and
     * a share that hangs must not hold many threads.
     *
     * @return from which number on a look began after this call
     */
    synchronized long look() {
        asked++;
        if (!looking) {
            looking = true;
            executor.execute(this::lookUntilNobodyAsks);
        }
        return asked;
    }

    private void lookUntilNobodyAsks() {
        try {
            long number;
            do {
                number = asked();
                latest = lookout.look(number);
                pages.tell();
            } while (!isOver(number));
        } catch (RuntimeException | Error e) {
            // whoever asks next is to be answered again
            stop();
            throw e;
        }
    }

    private synchronized void stop() {
        looking = false;
    }

    private synchronized long asked() {
        return asked;
    }

    private synchronized boolean isOver(long number) {
        looking = asked > number;
        return !looking;
    }

    /** Says that a backup is being checked from now on; false if it is already. */
    synchronized boolean beginCheck(String name) {
        if (checks.has(name)) {
            return false;
        }
        checks = checks.with(name, VerificationProgress.NONE);
        pages.tell();
        return true;
    }

    /** Says how far it is. */
    synchronized void advanceCheck(String name, VerificationProgress reached) {
        if (checks.has(name)) {
            checks = checks.with(name, reached);
            pages.tell();
        }
    }

    synchronized void endCheck(String name) {
        checks = checks.without(name);
        pages.tell();
    }

    @EventListener
    void on(CatalogChanged event) {
        change();
    }

    @EventListener
    void on(BackupEvent.Ended event) {
        change();
    }

    private void change() {
        if (!pages.isEmpty()) {
            look();
        }
    }
}
