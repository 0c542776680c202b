package io.graphtracker.project;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user can edit of a task; see {@link GraphService#update} for the limits.
 *
 * @param plannedHours effort in hours; null if not estimated
 */
public record TaskDetails(
        String title,
        String description,
        TaskStatus status,
        @Nullable Double plannedHours) {

    /** Returns these details with all changes applied that lead from one version to another. */
    TaskDetails with(TaskDetails before, TaskDetails after) {
        return new TaskDetails(
                after.title.equals(before.title) ? title : after.title,
                after.description.equals(before.description) ? description : after.description,
                after.status == before.status ? status : after.status,
                Objects.equals(after.plannedHours, before.plannedHours) ? plannedHours : after.plannedHours);
    }
}
