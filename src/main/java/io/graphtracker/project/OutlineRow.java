package io.graphtracker.project;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the outline says about a task or a group.
 *
 * @param status that of a group follows from its tasks, see {@link GroupProgress}
 * @param plannedHours effort in hours; null if not estimated
 * @param dependsOn the tasks that have to come first, in the order in which the dependencies were made
 */
public record OutlineRow(
        UUID id,
        String title,
        boolean group,
        TaskStatus status,
        @Nullable Double plannedHours,
        List<Predecessor> dependsOn) {

    /** A task that has to come first, and the dependency on it. */
    public record Predecessor(UUID dependencyId, UUID taskId, String title) {}

    /** The same row after its task was changed. */
    public OutlineRow with(Task task) {
        return new OutlineRow(id, task.title(), group, group ? status : task.status(), task.plannedHours(), dependsOn);
    }

    /** The same row with other predecessors. */
    public OutlineRow with(List<Predecessor> predecessors) {
        return new OutlineRow(id, title, group, status, plannedHours, predecessors);
    }

    /** The same row with another status. */
    public OutlineRow with(TaskStatus newStatus) {
        return new OutlineRow(id, title, group, newStatus, plannedHours, dependsOn);
    }
}
