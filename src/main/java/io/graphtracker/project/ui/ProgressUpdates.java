package io.graphtracker.project.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.project.Change;
import io.graphtracker.project.GraphUpdates;
import io.graphtracker.project.GraphUpdates.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells the open list of projects which of them have changed, at most once a second. */
final class ProgressUpdates {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final GraphUpdates updates;
    private final PushTimer timer;
    private final Runnable tell;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Set<UUID> changed = new HashSet<>();

    /** @param listener is told the ids of the projects, in the session of the page */
    ProgressUpdates(GraphServices services, UI ui, Consumer<Set<UUID>> listener) {
        this.updates = services.updates();
        this.timer = services.timer();
        this.tell = ui.accessLater(() -> listener.accept(take()), () -> {});
    }

    /** Follows these projects, and no others any more. */
    void follow(Collection<UUID> projectIds) {
        end();
        projectIds.forEach(id -> subscriptions.add(updates.subscribe(id, this::receive)));
    }

    void end() {
        subscriptions.forEach(Subscription::end);
        subscriptions.clear();
    }

    /** On the thread of whoever made the change. */
    private void receive(Change change) {
        if (change.patch().changesPlan() && isFirst(change.projectId())) {
            timer.after(PAUSE, tell);
        }
    }

    private synchronized boolean isFirst(UUID projectId) {
        boolean first = changed.isEmpty();
        changed.add(projectId);
        return first;
    }

    private synchronized Set<UUID> take() {
        Set<UUID> taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }
}
