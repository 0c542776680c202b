package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import io.graphtracker.project.ProjectGraph;
import io.graphtracker.project.TaskPlace;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be arranged: tasks, groups and their dependencies, stored or not. */
public record LayoutGraph(List<Node> nodes, List<Link> links) {

    /**
     * A task or a group.
     *
     * @param parentId the group that contains it, if any
     * @param position its centre until now; that of a group with content does not matter
     * @param collapsed whether a group is drawn without its content
     */
    public record Node(
            UUID id, @Nullable UUID parentId, boolean group, String title, Position position, boolean collapsed) {}

    /** A dependency; one that refers to no node is ignored. */
    public record Link(UUID sourceId, UUID targetId) {}

    public LayoutGraph {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** What is stored. */
    public static LayoutGraph of(ProjectGraph graph) {
        return new LayoutGraph(
                graph.tasks().stream()
                        .map(task -> new Node(
                                task.id(),
                                task.parentId(),
                                task.group(),
                                task.title(),
                                task.position(),
                                task.collapsed()))
                        .toList(),
                graph.dependencies().stream()
                        .map(dependency -> new Link(dependency.sourceId(), dependency.targetId()))
                        .toList());
    }

    /** Tasks and groups without their dependencies. */
    static LayoutGraph ofPlaces(List<TaskPlace> places) {
        return new LayoutGraph(
                places.stream()
                        .map(place -> new Node(
                                place.id(),
                                place.parentId(),
                                place.group(),
                                place.title(),
                                place.position(),
                                place.collapsed()))
                        .toList(),
                List.of());
    }
}
