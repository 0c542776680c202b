package io.graphtracker.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.shared.Registration;
import io.graphtracker.project.CriticalPath;
import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Draws a graph in the browser: tasks coloured by status, groups around them, arrows for dependencies. A screen
 * reader gets its name only, so a {@link TaskOutline} stands beside it.
 */
@Tag("graph-canvas")
@JsModule("context://app/graph-canvas.nocache.js")
class GraphCanvas extends Component implements Focusable<GraphCanvas> {

    private final Texts texts;
    private Position centre = new Position(0, 0);

    GraphCanvas(Texts texts) {
        this.texts = texts;
        setId("graphCanvas");
        setTabIndex(0);
        getElement().setAttribute("role", "group");
        addListener(ViewChangedEvent.class, event -> centre = event.centre());
    }

    /** Shows a graph; the part of it that is in view stays in view. */
    void setGraph(ProjectGraph graph) {
        getElement().setPropertyBean("graph", CanvasGraph.of(graph));
        long tasks = graph.tasks().stream().filter(task -> !task.group()).count();
        getElement()
                .setAttribute(
                        "aria-label",
                        texts.get("canvas.name", tasks, graph.dependencies().size()));
    }

    /** Marks a task as selected, or none. */
    void setSelection(@Nullable UUID taskId) {
        getElement().setProperty("selectedId", taskId == null ? null : taskId.toString());
    }

    /** Moves the view, if necessary, so that a task is in it. */
    void reveal(UUID taskId) {
        getElement().callJsFunction("reveal", taskId.toString());
    }

    /** Highlights a path, or none. */
    void setCriticalPath(@Nullable CriticalPath path) {
        getElement()
                .setPropertyBean(
                        "critical",
                        path == null
                                ? new CanvasGraph.Highlight(List.of(), List.of())
                                : new CanvasGraph.Highlight(path.taskIds(), path.dependencyIds()));
    }

    /** Shows the whole graph. */
    void fit() {
        getElement().callJsFunction("fit");
    }

    /** Shows the middle of the graph at its natural size. */
    void resetView() {
        getElement().callJsFunction("resetView");
    }

    /** Downloads a PNG picture of the whole graph; fails if the browser cannot make it. */
    PendingJavaScriptResult screenshot(String fileName) {
        return getElement().callJsFunction("screenshot", fileName);
    }

    /** The point of the graph that is in the middle of the view. */
    Position centre() {
        return centre;
    }

    Registration addSelectionChangedListener(ComponentEventListener<SelectionChangedEvent> listener) {
        return addListener(SelectionChangedEvent.class, listener);
    }

    Registration addTaskMovedListener(ComponentEventListener<TaskMovedEvent> listener) {
        return addListener(TaskMovedEvent.class, listener);
    }

    Registration addTaskActivatedListener(ComponentEventListener<TaskActivatedEvent> listener) {
        return addListener(TaskActivatedEvent.class, listener);
    }

    /** The new position of a task. */
    public record Move(String id, double x, double y) {}

    /** The user selected a task, or none. */
    @DomEvent("selection-changed")
    public static class SelectionChangedEvent extends ComponentEvent<GraphCanvas> {

        private final @Nullable String taskId;

        public SelectionChangedEvent(
                GraphCanvas source, boolean fromClient, @EventData("event.detail.id") @Nullable String taskId) {
            super(source, fromClient);
            this.taskId = taskId;
        }

        @Nullable
        String taskId() {
            return taskId;
        }
    }

    /** The user moved one task, or several together. */
    @DomEvent("node-moved")
    public static class TaskMovedEvent extends ComponentEvent<GraphCanvas> {

        private final List<Move> moves;

        public TaskMovedEvent(GraphCanvas source, boolean fromClient, @EventData("event.detail.moves") Move[] moves) {
            super(source, fromClient);
            this.moves = List.of(moves);
        }

        List<Move> moves() {
            return moves;
        }
    }

    /** The user wants to edit a task: by a double click or the Enter key. */
    @DomEvent("node-activated")
    public static class TaskActivatedEvent extends ComponentEvent<GraphCanvas> {

        private final String taskId;

        public TaskActivatedEvent(GraphCanvas source, boolean fromClient, @EventData("event.detail.id") String taskId) {
            super(source, fromClient);
            this.taskId = taskId;
        }

        String taskId() {
            return taskId;
        }
    }

    /** Another part of the graph is in view. */
    @DomEvent("view-changed")
    public static class ViewChangedEvent extends ComponentEvent<GraphCanvas> {

        private final Position centre;

        public ViewChangedEvent(
                GraphCanvas source,
                boolean fromClient,
                @EventData("event.detail.x") double x,
                @EventData("event.detail.y") double y) {
            super(source, fromClient);
            this.centre = new Position(x, y);
        }

        Position centre() {
            return centre;
        }
    }
}
