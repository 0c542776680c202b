package io.graphtracker.signals;

import com.vaadin.flow.signals.Id;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import com.vaadin.flow.signals.shared.impl.SynchronousSignalTree;

/**
 * A signal shared by all sessions whose final value is the one set last.
 *
 * <p>A plain {@link SharedValueSignal} confirms each change on a thread of a pool (Flow's
 * {@code LocalAsynchronousSignalTree}). Of two changes in quick succession the first can be confirmed last, and then
 * stays. This signal confirms a change before {@link #set} returns. Once Flow confirms in order, it is no longer
 * needed.
 *
 * @see "docs/decisions/2026-11-24-ordered-signals.md"
 * @param <T> the type of the value, which Jackson can write and read
 */
public final class OrderedValueSignal<T> extends SharedValueSignal<T> {

    /** Creates a signal with an initial value. */
    @SuppressWarnings("unchecked")
    public OrderedValueSignal(T initialValue) {
        super(new SynchronousSignalTree(false), Id.ZERO, ANYTHING_GOES, (Class<T>) initialValue.getClass());
        set(initialValue);
    }
}
