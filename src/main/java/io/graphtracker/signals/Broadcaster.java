package io.graphtracker.signals;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells the open pages of all sessions that something changed, where that is not a single value which an
 * {@link OrderedValueSignal} could hold. The state itself is a field of the owner. No page misses a change that is made
 * while it is being opened.
 *
 * @see "docs/decisions/2026-11-24-pages-are-told-not-by-effects.md"
 */
public final class Broadcaster {

    private final List<Runnable> updates = new CopyOnWriteArrayList<>();

    /**
     * Subscribes an update: it runs now, and again after every change, as long as a part of a page is attached. If it
     * is not attached yet, the first update runs when it is.
     */
    public void subscribe(Component part, Runnable update) {
        part.addAttachListener(attach -> add(attach, part, update));
        part.getUI().ifPresent(ui -> add(ui, part, update));
    }

    private void add(AttachEvent attach, Component part, Runnable update) {
        add(attach.getUI(), part, update);
    }

    private void add(UI ui, Component part, Runnable update) {
        Runnable later = ui.accessLater(update::run, () -> {});
        updates.add(later);
        part.addDetachListener(detach -> {
            updates.remove(later);
            detach.unregisterListener();
        });
        // only after it was added, so that a change during this update leads to another one
        update.run();
    }

    /**
     * Runs the updates of all attached parts, each in its own page under that page's session lock. May be called on
     * any thread.
     */
    public void publish() {
        updates.forEach(Runnable::run);
    }

    /** Whether nothing is subscribed. */
    public boolean isEmpty() {
        return updates.isEmpty();
    }
}
