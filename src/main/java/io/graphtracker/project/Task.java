package io.graphtracker.project;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of a project, or a group, which contains tasks and other groups.
 *
 * @param parentId the group that contains it, if any
 * @param group whether it is a group; its dependencies are those of all tasks in it
 * @param description plain text; may be empty
 * @param plannedHours effort in hours; null if not estimated
 * @param position its centre; that of a group counts only while it is empty, since the canvas draws a group around
 *     its tasks
 * @param collapsed whether a group shows its name only
 * @param version the revision of the graph by which the task itself last changed; its position does not count
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
        long version)
        implements PlanItem {

    private static final int MINUTES = 60;

    /** The planned work that remains, in whole minutes: none if it is done, or not estimated. */
    long remainingMinutes() {
        return status == TaskStatus.DONE || plannedHours == null ? 0 : Math.round(plannedHours * MINUTES);
    }

    /** What a user can edit of it. */
    public TaskDetails details() {
        return new TaskDetails(title, description, status, plannedHours);
    }

    /** The same task at another position. */
    public Task at(Position newPosition) {
        return with(TaskField.POSITION, newPosition);
    }

    /** The same task with another value in a field. */
    Task with(TaskField field, @Nullable Object value) {
        return new Task(
                id,
                field == TaskField.GROUP ? (UUID) value : parentId,
                group,
                field == TaskField.TITLE ? (String) require(value) : title,
                field == TaskField.DESCRIPTION ? (String) require(value) : description,
                field == TaskField.STATUS ? (TaskStatus) require(value) : status,
                field == TaskField.PLANNED_HOURS ? (Double) value : plannedHours,
                field == TaskField.POSITION ? (Position) require(value) : position,
                field == TaskField.COLLAPSED ? (Boolean) require(value) : collapsed,
                version);
    }

    /** The same task with other details. */
    Task with(TaskDetails details) {
        return new Task(
                id,
                parentId,
                group,
                details.title(),
                details.description(),
                details.status(),
                details.plannedHours(),
                position,
                collapsed,
                version);
    }

    /** The same task in a certain version. */
    Task inVersion(long newVersion) {
        return new Task(id, parentId, group, title, description, status, plannedHours, position, collapsed, newVersion);
    }

    private static Object require(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
