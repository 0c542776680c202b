package io.graphtracker.project.ui;

import io.graphtracker.preferences.Preferences;
import io.graphtracker.project.ProjectIds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What part of a project's graph a user looked at last, and what was selected there. */
final class ViewMemory implements GraphModel.Listener {

    /** As many ids as a preference has room for. */
    private static final int MOST_SELECTED = 100;

    private static final String SEPARATOR = " ";

    private final Preferences preferences;
    private final GraphModel graph;
    private final String viewKey;
    private final String selectionKey;

    private ViewMemory(Preferences preferences, GraphModel graph) {
        this.preferences = preferences;
        this.graph = graph;
        this.viewKey = "project." + graph.projectId() + ".view";
        this.selectionKey = "project." + graph.projectId() + ".selection";
    }

    /** Shows what was shown last, and remembers what is shown from now on. */
    static void follow(Preferences preferences, GraphModel graph, GraphCanvas canvas) {
        ViewMemory memory = new ViewMemory(preferences, graph);
        memory.view().ifPresent(canvas::setView);
        graph.select(memory.selection());
        canvas.addViewChangedListener(event -> memory.remember(event.view()));
        graph.addListener(memory);
    }

    @Override
    public void selectionChanged() {
        preferences.put(
                selectionKey,
                graph.selection().stream()
                        .limit(MOST_SELECTED)
                        .map(UUID::toString)
                        .collect(Collectors.joining(SEPARATOR)));
    }

    private void remember(GraphCanvas.View view) {
        preferences.put(viewKey, view.x() + SEPARATOR + view.y() + SEPARATOR + view.zoom());
    }

    private Optional<GraphCanvas.View> view() {
        return preferences.find(viewKey).flatMap(ViewMemory::parse);
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
