package io.graphtracker.project.ui;

import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.Task;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A graph as graph-canvas.nocache.js reads it. */
record CanvasGraph(List<CanvasNode> nodes, List<CanvasEdge> edges) {

    record CanvasNode(
            UUID id, @Nullable UUID parentId, boolean group, String title, String status, double x, double y) {

        static CanvasNode of(Task node) {
            return new CanvasNode(
                    node.id(),
                    node.parentId(),
                    node.group(),
                    node.title(),
                    node.status().slug(),
                    node.position().x(),
                    node.position().y());
        }
    }

    record CanvasEdge(UUID id, UUID sourceId, UUID targetId) {}

    record Highlight(List<UUID> nodeIds, List<UUID> edgeIds) {}

    static CanvasGraph of(ProjectGraph graph) {
        return new CanvasGraph(
                graph.nodes().stream().map(CanvasNode::of).toList(),
                graph.dependencies().stream()
                        .map(edge -> new CanvasEdge(edge.id(), edge.sourceId(), edge.targetId()))
                        .toList());
    }
}
