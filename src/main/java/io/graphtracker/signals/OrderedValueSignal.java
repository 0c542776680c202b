package io.graphtracker.signals;

import com.vaadin.flow.signals.Id;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import com.vaadin.flow.signals.shared.impl.SynchronousSignalTree;

/**
 * A value that all sessions see, and that ends with the value set last.
 *
 * <p>A plain {@link SharedValueSignal} confirms each change on a thread of a pool (Flow's
 * {@code LocalAsynchronousSignalTree}), so of two changes made one right after the other the first can be confirmed last and
 * then stays. This one confirms a change before {@link #set} returns. It can go when Flow confirms in order.
 *
 * @param <T> the type of the value, which Jackson can write and read
 */
public final class OrderedValueSignal<T> extends SharedValueSignal<T> {

    /** Makes a signal that begins with a value. */
    @SuppressWarnings("unchecked")
    public OrderedValueSignal(T initialValue) {
        super(new SynchronousSignalTree(false), Id.ZERO, ANYTHING_GOES, (Class<T>) initialValue.getClass());
        set(initialValue);
    }
}
