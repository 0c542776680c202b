package io.graphtracker.backup.catalog.ui;

import com.vaadin.flow.signals.Signal;
import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.signals.OrderedValueSignal;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What all open Backups pages follow, whoever changes it: that something is not as it was, what was seen there last, and which
 * backups are being checked. Nobody looks as long as no page is open.
 */
@Component
class CatalogActivity {

    /** The names of the backups that are being checked. Plain, since it travels through a signal. */
    record Checks(List<String> names) {

        static final Checks NONE = new Checks(List.of());

        boolean has(String name) {
            return names.contains(name);
        }
    }

    private final Lookout lookout;
    private final Executor executor;
    private final OrderedValueSignal<Long> changes = new OrderedValueSignal<>(0L);
    private final OrderedValueSignal<Long> looks = new OrderedValueSignal<>(0L);
    private final OrderedValueSignal<Checks> checks = new OrderedValueSignal<>(Checks.NONE);
    private volatile Look latest = Look.NONE;

    /** Guarded, like {@link #looking}, by this. */
    private long asked;

    private boolean looking;

    CatalogActivity(Lookout lookout, @BackupExecutor Executor executor) {
        this.lookout = lookout;
        this.executor = executor;
    }

    /** Changes whenever something happened to the backups; whoever follows it asks for another look. */
    Signal<Long> changes() {
        return changes.asReadonly();
    }

    /** Changes whenever somebody has looked: {@link #latest} then has what was seen. */
    Signal<Long> looks() {
        return looks.asReadonly();
    }

    Look latest() {
        return latest;
    }

    /** What is being checked. */
    Signal<Checks> checks() {
        return checks.asReadonly();
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
                looks.set(number);
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
        List<String> names = checks.peek().names();
        if (names.contains(name)) {
            return false;
        }
        checks.set(new Checks(Stream.concat(names.stream(), Stream.of(name)).toList()));
        return true;
    }

    synchronized void endCheck(String name) {
        checks.set(new Checks(checks.peek().names().stream()
                .filter(other -> !other.equals(name))
                .toList()));
    }

    @EventListener
    void on(CatalogChanged event) {
        change();
    }

    @EventListener
    void on(BackupEvent.Ended event) {
        change();
    }

    private synchronized void change() {
        changes.set(changes.peek() + 1);
    }
}
