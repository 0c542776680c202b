package io.graphtracker.cli;

import java.util.function.Consumer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Listeners to the events of services. */
final class Listeners {

    private Listeners() {}

    /** Adds a listener to events of one type. */
    static <E> void of(AnnotationConfigApplicationContext context, Class<E> type, Consumer<E> listener) {
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (type.isInstance(event.getPayload())) {
                listener.accept(type.cast(event.getPayload()));
            }
        });
    }
}
