package io.graphtracker.project.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import io.graphtracker.project.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the canvas tells the page: what its user did there, and what is in view. */
final class CanvasEvents {

    private CanvasEvents() {}

    /** The new position of a task. */
    public record Move(String id, double x, double y) {}

    /** What is selected: tasks, or one dependency, or nothing. */
    abstract static class SelectionEvent extends ComponentEvent<GraphCanvas> {

        private final List<String> taskIds;
        private final @Nullable String dependencyId;

        SelectionEvent(GraphCanvas source, boolean fromClient, String[] taskIds, @Nullable String dependencyId) {
            super(source, fromClient);
            this.taskIds = List.of(taskIds);
            this.dependencyId = dependencyId;
        }

        /** In the order in which they were selected. */
        List<String> taskIds() {
            return taskIds;
        }

        @Nullable
        String dependencyId() {
            return dependencyId;
        }
    }

    /** The user selected other tasks, or one dependency, or nothing. */
    @DomEvent("selection-changed")
    public static class SelectionChangedEvent extends SelectionEvent {

        public SelectionChangedEvent(
                GraphCanvas source,
                boolean fromClient,
                @EventData("event.detail.ids") String[] taskIds,
                @EventData("event.detail.dependencyId") @Nullable String dependencyId) {
            super(source, fromClient, taskIds, dependencyId);
        }
    }

    /** The user moved tasks and groups, all by one gesture, and perhaps into another group or out of any. */
    @DomEvent("nodes-moved")
    public static class TasksMovedEvent extends ComponentEvent<GraphCanvas> {

        private final List<Move> moves;
        private final int number;
        private final Set<String> regrouped;
        private final @Nullable String groupId;

        public TasksMovedEvent(
                GraphCanvas source,
                boolean fromClient,
                @EventData("event.detail.moves") Move[] moves,
                @EventData("event.detail.number") int number,
                @EventData("event.detail.regrouped") String[] regrouped,
                @EventData("event.detail.groupId") @Nullable String groupId) {
            super(source, fromClient);
            this.moves = List.of(moves);
            this.number = number;
            this.regrouped = Set.of(regrouped);
            this.groupId = groupId;
        }

        List<Move> moves() {
            return moves;
        }

        /** For {@link GraphCanvas#confirmMoves}. */
        int number() {
            return number;
        }

        /** What changed its group; usually nothing. */
        Set<String> regrouped() {
            return regrouped;
        }

        /** The group that it is in now; null for none. */
        @Nullable
        String groupId() {
            return groupId;
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

    /** The user wants a new task at a place, perhaps one that depends on another. */
    @DomEvent("task-requested")
    public static class TaskRequestedEvent extends ComponentEvent<GraphCanvas> {

        private final Position position;
        private final @Nullable String afterId;

        public TaskRequestedEvent(
                GraphCanvas source,
                boolean fromClient,
                @EventData("event.detail.x") double x,
                @EventData("event.detail.y") double y,
                @EventData("event.detail.afterId") @Nullable String afterId) {
            super(source, fromClient);
            this.position = new Position(x, y);
            this.afterId = afterId;
        }

        Position position() {
            return position;
        }

        /** The task it is to depend on. */
        @Nullable
        String afterId() {
            return afterId;
        }
    }

    /** The user drew an arrow from one task to another. */
    @DomEvent("dependency-requested")
    public static class DependencyRequestedEvent extends ComponentEvent<GraphCanvas> {

        private final String sourceId;
        private final String targetId;

        public DependencyRequestedEvent(
                GraphCanvas source,
                boolean fromClient,
                @EventData("event.detail.sourceId") String sourceId,
                @EventData("event.detail.targetId") String targetId) {
            super(source, fromClient);
            this.sourceId = sourceId;
            this.targetId = targetId;
        }

        String sourceId() {
            return sourceId;
        }

        String targetId() {
            return targetId;
        }
    }

    /** The user pressed a key to delete what is selected. */
    @DomEvent("delete-requested")
    public static class DeleteRequestedEvent extends SelectionEvent {

        public DeleteRequestedEvent(
                GraphCanvas source,
                boolean fromClient,
                @EventData("event.detail.ids") String[] taskIds,
                @EventData("event.detail.dependencyId") @Nullable String dependencyId) {
            super(source, fromClient, taskIds, dependencyId);
        }
    }

    /** Another part of the graph is in view. */
    @DomEvent("view-changed")
    public static class ViewChangedEvent extends ComponentEvent<GraphCanvas> {

        private final GraphCanvas.View view;
        private final boolean narrow;

        public ViewChangedEvent(
                GraphCanvas source,
                boolean fromClient,
                @EventData("event.detail.x") double x,
                @EventData("event.detail.y") double y,
                @EventData("event.detail.zoom") double zoom,
                @EventData("event.detail.narrow") boolean narrow) {
            super(source, fromClient);
            this.view = new GraphCanvas.View(x, y, zoom);
            this.narrow = narrow;
        }

        GraphCanvas.View view() {
            return view;
        }

        /** Whether the window is narrow, see {@link GraphCanvas.Views}. */
        boolean narrow() {
            return narrow;
        }
    }
}
