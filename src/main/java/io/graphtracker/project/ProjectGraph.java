package io.graphtracker.project;

import java.util.List;
import java.util.UUID;

/**
 * All nodes and dependencies of a project at one moment, each list in the order in which they were made.
 */
public record ProjectGraph(UUID projectId, List<Task> nodes, List<Dependency> dependencies) {

    public ProjectGraph {
        nodes = List.copyOf(nodes);
        dependencies = List.copyOf(dependencies);
    }
}
