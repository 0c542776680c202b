package io.graphtracker.signals;

import com.vaadin.flow.signals.Id;
import com.vaadin.flow.signals.Node.Data;
import com.vaadin.flow.signals.function.CommandValidator;
import com.vaadin.flow.signals.impl.Transaction;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import com.vaadin.flow.signals.shared.impl.SignalTree;
import com.vaadin.flow.signals.shared.impl.SynchronousSignalTree;
import org.jspecify.annotations.Nullable;

/**
 * A signal shared by all sessions that always has the value set last. It differs from a plain
 * {@link SharedValueSignal} in two ways:
 *
 * <ul>
 *   <li>A plain one confirms each change on a thread of a pool (Flow's {@code LocalAsynchronousSignalTree}). Of two
 *       changes in quick succession the first can be confirmed last, and then stays. This one confirms a change before
 *       {@link #set} returns.
 *   <li>Of a plain one, all reads of one request return what its first read returned, so that an effect misses a change
 *       made after that. This one returns the current value to every read; it takes no part in Flow's transactions.
 * </ul>
 *
 * @see "docs/decisions/2026-11-24-ordered-signals.md"
 * @see "docs/decisions/2026-11-30-signals-read-the-current-value.md"
 * @param <T> the type of the value, which Jackson can write and read
 */
public final class OrderedValueSignal<T> extends SharedValueSignal<T> {

    private final Class<T> type;

    /** Creates a signal with an initial value. */
    @SuppressWarnings("unchecked")
    public OrderedValueSignal(T initialValue) {
        this(new SynchronousSignalTree(false), ANYTHING_GOES, (Class<T>) initialValue.getClass());
        set(initialValue);
    }

    private OrderedValueSignal(SignalTree tree, CommandValidator validator, Class<T> type) {
        super(tree, Id.ZERO, validator, type);
        this.type = type;
    }

    /** Also what {@link #asReadonly()} returns. */
    @Override
    public SharedValueSignal<T> withValidator(CommandValidator validator) {
        return new OrderedValueSignal<>(tree(), mergeValidators(validator), type);
    }

    @Override
    protected @Nullable Data data(Transaction transaction) {
        return data(tree().submitted());
    }
}
