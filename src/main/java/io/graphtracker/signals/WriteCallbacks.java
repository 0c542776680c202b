package io.graphtracker.signals;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.ErrorEvent;

/**
 * Write callbacks of fields that are bound to a signal. If a callback does not change the signal, Flow resets the
 * field to the signal's value; but if it throws, the field keeps showing the value that was not stored. Therefore
 * errors are handed to the session's error handler here.
 */
public final class WriteCallbacks {

    private WriteCallbacks() {}

    /**
     * A callback for {@code bindValue} that resets the field and reports the error if storing fails.
     *
     * @param store stores the value, and then sets the signal
     */
    public static <V> SerializableConsumer<V> reportingErrors(SerializableConsumer<V> store) {
        return value -> {
            try {
                store.accept(value);
            } catch (RuntimeException e) {
                UI.getCurrent().getSession().getErrorHandler().error(new ErrorEvent(e));
            }
        };
    }
}
