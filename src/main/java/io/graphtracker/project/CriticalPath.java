package io.graphtracker.project;

import java.util.List;
import java.util.UUID;

/**
 * The chain of dependent tasks with the most planned hours, below which the project's duration cannot be.
 *
 * @param taskIds its tasks from first to last; empty if the project has no task
 * @param dependencyIds the dependencies between them, in the same order, one fewer
 * @param hours the sum of their planned hours; a task without an estimate counts as 0
 */
public record CriticalPath(List<UUID> taskIds, List<UUID> dependencyIds, double hours) {

    public CriticalPath {
        taskIds = List.copyOf(taskIds);
        dependencyIds = List.copyOf(dependencyIds);
    }
}
