package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of a project, or a group, which contains tasks and other groups.
 *
 * @param parentId the group that contains it, if any
 * @param group whether it is a group; a group has no dependencies of its own
 * @param description plain text; may be empty
 * @param plannedHours effort in hours; null if not estimated
 * @param position its centre; that of a group counts only while it is empty, since the canvas draws a group around
 *     its tasks
 * @param collapsed whether a group shows its name only
 * @param version counts the changes of the task itself; those of its position do not count
 */
public record Task(
        UUID id,
        @Nullable UUID parentId,
        boolean group,
        String title,
        String description,
        TaskStatus status,
        @Nullable Double plannedHours,
        Position position,
        boolean collapsed,
        long version) {

    /** What a user can edit of it. */
    public TaskDetails details() {
        return new TaskDetails(title, description, status, plannedHours);
    }

    /** The same task at another position. */
    public Task at(Position newPosition) {
        return new Task(id, parentId, group, title, description, status, plannedHours, newPosition, collapsed, version);
    }
}
