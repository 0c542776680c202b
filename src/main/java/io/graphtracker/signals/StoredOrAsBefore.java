package io.graphtracker.signals;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.ErrorEvent;

/**
 * What a field that is bound to a signal does with a value a person chose. Flow shows the signal's value again if the callback did
 * not change the signal; but if the callback throws, the field keeps showing what was not stored. So the failure goes to the
 * session's error handler from here.
 */
public final class StoredOrAsBefore {

    private StoredOrAsBefore() {}

    /**
     * A callback for {@code bindValue}.
     *
     * @param store stores the value, and then sets the signal
     */
    public static <V> SerializableConsumer<V> by(SerializableConsumer<V> store) {
        return value -> {
            try {
                store.accept(value);
            } catch (RuntimeException e) {
                UI.getCurrent().getSession().getErrorHandler().error(new ErrorEvent(e));
            }
        };
    }
}
