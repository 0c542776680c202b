package io.graphtracker.project.ui;

import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.Task;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A graph as {@code graph-canvas.nocache.js} reads it, in the words of Cytoscape: nodes and edges. */
record CanvasGraph(List<CanvasNode> nodes, List<CanvasEdge> edges) {

    record CanvasNode(
            UUID id, @Nullable UUID parentId, boolean group, String title, String status, double x, double y) {

        static CanvasNode of(Task task) {
            return new CanvasNode(
                    task.id(),
                    task.parentId(),
                    task.group(),
                    task.title(),
                    task.status().slug(),
                    task.position().x(),
                    task.position().y());
        }
    }

    record CanvasEdge(UUID id, UUID sourceId, UUID targetId) {}

    record Highlight(List<UUID> nodeIds, List<UUID> edgeIds) {}

    static CanvasGraph of(ProjectGraph graph) {
        return new CanvasGraph(
                graph.tasks().stream().map(CanvasNode::of).toList(),
                graph.dependencies().stream()
                        .map(dependency ->
                                new CanvasEdge(dependency.id(), dependency.sourceId(), dependency.targetId()))
                        .toList());
    }
}
