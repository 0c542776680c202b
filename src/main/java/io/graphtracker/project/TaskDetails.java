package io.graphtracker.project;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person can write down about a task; {@link GraphService#update} says what is allowed.
 *
 * @param plannedHours effort in hours, absent if nobody has estimated it
 */
public record TaskDetails(
        String title,
        String description,
        TaskStatus status,
        @Nullable Double plannedHours) {

    /** These details with each field changed that differs between two others. */
    TaskDetails with(TaskDetails before, TaskDetails after) {
        return new TaskDetails(
                after.title.equals(before.title) ? title : after.title,
                after.description.equals(before.description) ? description : after.description,
                after.status == before.status ? status : after.status,
                Objects.equals(after.plannedHours, before.plannedHours) ? plannedHours : after.plannedHours);
    }
}
