package io.graphtracker.backup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes events so that a listener that fails cannot change the outcome of what it is told about: the failure is
 * logged.
 *
 * <p>That includes an {@code Error}: thrown from a progress event, it would otherwise surface from inside SQLite's own
 * code, see {@link io.graphtracker.database.sqlite.SqliteProgress}.
 */
public final class FailSafeEvents {

    private static final Logger log = LoggerFactory.getLogger(FailSafeEvents.class);

    private final ApplicationEventPublisher events;

    public FailSafeEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Publishes an event; never throws. */
    public void publish(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException | Error e) {
            log.error("A listener failed on {}", event, e);
        }
    }
}
