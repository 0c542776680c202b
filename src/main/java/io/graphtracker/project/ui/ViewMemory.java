package io.graphtracker.project.ui;

import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.ProjectIds;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What part of a project's graph a user looked at last, and what was selected there. It is stored by another thread:
 * selecting and moving the view neither wait for the database nor fail with it.
 */
final class ViewMemory implements GraphModel.Listener {

    /** As many ids as a preference has room for. */
    private static final int MOST_SELECTED = 100;

    private static final String SEPARATOR = " ";

    private static final Logger log = LoggerFactory.getLogger(ViewMemory.class);

    private final Preferences preferences;
    private final GraphModel graph;
    private final PushTimer timer;
    private final String viewKey;
    private final String narrowViewKey;
    private final String selectionKey;

    /** What is still to be stored, by key. */
    private final Map<String, String> unsaved = new ConcurrentHashMap<>();

    private ViewMemory(Preferences preferences, GraphModel graph, PushTimer timer) {
        this.preferences = preferences;
        this.graph = graph;
        this.timer = timer;
        this.viewKey = viewKey(graph.projectId());
        this.narrowViewKey = narrowViewKey(graph.projectId());
        this.selectionKey = selectionKey(graph.projectId());
    }

    private static String viewKey(UUID projectId) {
        return "project." + projectId + ".view";
    }

    /** Of windows like that of a phone, which would show the middle of what was seen in a wide one. */
    private static String narrowViewKey(UUID projectId) {
        return viewKey(projectId) + ".narrow";
    }

    private static String selectionKey(UUID projectId) {
        return "project." + projectId + ".selection";
    }

    /** Forgets a project that no longer exists. */
    static void forget(Preferences preferences, UUID projectId) {
        preferences.removeAll(List.of(viewKey(projectId), narrowViewKey(projectId), selectionKey(projectId)));
    }

    /** Shows what was shown last, and remembers what is shown from now on. */
    static void follow(Preferences preferences, GraphModel graph, GraphCanvas canvas, PushTimer timer) {
        ViewMemory memory = new ViewMemory(preferences, graph, timer);
        canvas.setViews(new GraphCanvas.Views(memory.view(memory.viewKey), memory.view(memory.narrowViewKey)));
        graph.select(memory.selection());
        canvas.addViewChangedListener(
                event -> memory.remember(event.narrow() ? memory.narrowViewKey : memory.viewKey, event.view()));
        graph.addListener(memory);
    }

    @Override
    public void selectionChanged() {
        save(
                selectionKey,
                graph.selection().stream()
                        .limit(MOST_SELECTED)
                        .map(UUID::toString)
                        .collect(Collectors.joining(SEPARATOR)));
    }

    private void remember(String key, GraphCanvas.View view) {
        save(key, view.x() + SEPARATOR + view.y() + SEPARATOR + view.zoom());
    }

    private void save(String key, String value) {
        if (unsaved.put(key, value) == null) {
            timer.after(Duration.ZERO, () -> store(key));
        }
    }

    /** Stores the latest value under a key, unless the project no longer exists. */
    private synchronized void store(String key) {
        String value = unsaved.remove(key);
        if (value == null) {
            return;
        }
        try {
            preferences.put(key, value);
            // asked afterwards, so that a deletion at the same moment leaves nothing behind
            if (!graph.details().isProject(graph.projectId())) {
                preferences.remove(key);
            }
        } catch (RuntimeException e) {
            log.warn("{} is not remembered", key, e);
        }
    }

    private GraphCanvas.@Nullable View view(String key) {
        return preferences.find(key).flatMap(ViewMemory::parse).orElse(null);
    }

    private static Optional<GraphCanvas.View> parse(String stored) {
        try {
            double[] numbers = Arrays.stream(stored.split(SEPARATOR))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return numbers.length == 3
                    ? Optional.of(new GraphCanvas.View(numbers[0], numbers[1], numbers[2]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            // a preference can be edited by hand
            return Optional.empty();
        }
    }

    /** What was selected, of what still exists. */
    private List<UUID> selection() {
        List<UUID> stored = preferences.find(selectionKey).stream()
                .flatMap(ids -> Arrays.stream(ids.split(SEPARATOR)))
                .flatMap(id -> ProjectIds.parse(id).stream())
                .toList();
        Set<UUID> existing = graph.details().existing(graph.projectId(), stored);
        return stored.stream().filter(existing::contains).toList();
    }
}
