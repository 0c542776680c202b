package io.graphtracker.project;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of a project, or a group, which contains tasks and other groups.
 *
 * @param parentId the group that contains it, if any
 * @param group whether it is a group; its dependencies are those of all tasks in it
 * @param details what a user can edit of it
 * @param position its centre; that of a group counts only while it is empty, since the canvas draws a group around
 *     its tasks
 * @param collapsed whether a group shows its name only
 * @param version the revision of the graph by which the task itself last changed; its position does not count
 */
public record Task(
        UUID id,
        @Nullable UUID parentId,
        boolean group,
        TaskDetails details,
        Position position,
        boolean collapsed,
        long version)
        implements PlanItem {

    private static final int MINUTES = 60;

    public String title() {
        return details.title();
    }

    public String description() {
        return details.description();
    }

    public TaskStatus status() {
        return details.status();
    }

    /** Effort in hours; null if not estimated. */
    public @Nullable Double plannedHours() {
        return details.plannedHours();
    }

    /** The planned work that remains, in whole minutes: none if it is done, or not estimated. */
    public long remainingMinutes() {
        return status() == TaskStatus.DONE ? 0 : Math.max(0, minutes(plannedHours()) - minutes(details.actualHours()));
    }

    private static long minutes(@Nullable Double hours) {
        return hours == null ? 0 : Math.round(hours * MINUTES);
    }

    /** The same task at another position. */
    public Task at(Position newPosition) {
        return with(TaskField.POSITION, newPosition);
    }

    /** The same task with another value in a field. */
    Task with(TaskField field, @Nullable Object value) {
        if (TaskField.DETAILS.contains(field)) {
            return with(details.with(field, value));
        }
        return new Task(
                id,
                field == TaskField.GROUP ? (UUID) value : parentId,
                group,
                details,
                field == TaskField.POSITION ? (Position) Objects.requireNonNull(value) : position,
                field == TaskField.COLLAPSED ? (Boolean) Objects.requireNonNull(value) : collapsed,
                version);
    }

    /** The same task with other details. */
    Task with(TaskDetails newDetails) {
        return new Task(id, parentId, group, newDetails, position, collapsed, version);
    }

    /** The same task in a certain version. */
    Task inVersion(long newVersion) {
        return new Task(id, parentId, group, details, position, collapsed, newVersion);
    }
}
