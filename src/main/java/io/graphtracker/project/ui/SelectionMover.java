package io.graphtracker.project.ui;

import io.graphtracker.project.GraphCommand.MoveTasks;
import io.graphtracker.project.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Moves the selected tasks, and all that is in selected groups. */
final class SelectionMover implements MoveButtons.Mover {

    private final GraphModel graph;
    private final GraphEditor editor;

    SelectionMover(GraphModel graph, GraphEditor editor) {
        this.graph = graph;
        this.editor = editor;
    }

    @Override
    public void moveBy(double x, double y) {
        Map<UUID, Position> moved = new HashMap<>();
        graph.details()
                .positionsWithContent(graph.projectId(), graph.selection())
                .forEach((id, from) -> moved.put(id, new Position(from.x() + x, from.y() + y)));
        editor.execute(new MoveTasks(moved));
    }
}
