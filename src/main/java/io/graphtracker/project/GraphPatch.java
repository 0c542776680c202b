package io.graphtracker.project;

import java.util.List;
import java.util.UUID;

/**
 * What leads from one revision of a graph to a later one. Tasks are whole, so applying a patch twice does no harm.
 *
 * @param from the revision it applies to
 * @param to the revision it leads to
 * @param tasks added or changed
 * @param dependencies added
 */
public record GraphPatch(
        long from,
        long to,
        List<Task> tasks,
        List<Dependency> dependencies,
        List<UUID> removedTasks,
        List<UUID> removedDependencies) {

    public GraphPatch {
        tasks = List.copyOf(tasks);
        dependencies = List.copyOf(dependencies);
        removedTasks = List.copyOf(removedTasks);
        removedDependencies = List.copyOf(removedDependencies);
    }
}
