package io.graphtracker.project;

import io.graphtracker.database.DatabaseGeneration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells open pages about each committed change of a project. Listeners are called on the thread of whoever made the
 * change, and must only hand it on. Two changes made at the same moment may be told in either order; a patch whose
 * {@code from} is not the revision of the listener shows that.
 */
@Component
public class GraphUpdates {

    private static final Logger log = LoggerFactory.getLogger(GraphUpdates.class);

    private final ConcurrentMap<UUID, List<Consumer<Change>>> listeners = new ConcurrentHashMap<>();

    private final DatabaseGeneration database;

    GraphUpdates(DatabaseGeneration database) {
        this.database = database;
    }

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Subscription {
        void end();
    }

    /** Calls a listener after each change of a project, until the subscription is ended. */
    public Subscription subscribe(UUID projectId, Consumer<Change> listener) {
        listeners.compute(projectId, (id, others) -> {
            List<Consumer<Change>> all = others == null ? new CopyOnWriteArrayList<>() : others;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(projectId, (id, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /**
     * Tells all listeners. One that fails does not keep the others from being told. A change of a database that has
     * been replaced since is not told: in the other one, its revision is another change.
     */
    void publish(Change change) {
        if (change.generation() != database.current()) {
            return;
        }
        listeners.getOrDefault(change.projectId(), List.of()).forEach(listener -> {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                log.error("A page was not told of revision {}", change.revision(), e);
            }
        });
    }
}
