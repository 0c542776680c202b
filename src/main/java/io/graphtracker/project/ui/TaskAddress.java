package io.graphtracker.project.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.History;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.graphtracker.project.ProjectIds;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The selected task in the address of the page, which can be kept, sent, and opened again. */
final class TaskAddress implements GraphModel.Listener {

    /** The query parameter with the id of the task. */
    static final String TASK = "task";

    private final GraphModel graph;
    private final History history;

    private TaskAddress(GraphModel graph, History history) {
        this.graph = graph;
        this.history = history;
    }

    /** Keeps the address as the selection is. */
    static void follow(GraphModel graph, UI ui) {
        TaskAddress address = new TaskAddress(graph, ui.getPage().getHistory());
        address.selectionChanged();
        graph.addListener(address);
    }

    /** The task in an address, if there is one. */
    static Optional<UUID> task(Location location) {
        return location.getQueryParameters().getSingleParameter(TASK).flatMap(ProjectIds::parse);
    }

    @Override
    public void selectionChanged() {
        Map<String, String> parameters =
                graph.selectedTask().map(id -> Map.of(TASK, id.toString())).orElse(Map.of());
        history.replaceState(null, new Location("projects/" + graph.projectId(), QueryParameters.simple(parameters)));
    }
}
