package io.graphtracker.project;

import java.util.List;
import java.util.UUID;

/**
 * All tasks and dependencies of a project at one moment, each in the order of creation.
 */
public record ProjectGraph(UUID projectId, List<Task> tasks, List<Dependency> dependencies) {

    public ProjectGraph {
        tasks = List.copyOf(tasks);
        dependencies = List.copyOf(dependencies);
    }
}
