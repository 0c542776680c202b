package io.graphtracker.project;

import org.jspecify.annotations.Nullable;

/**
 * What a user can edit of a task; see {@link GraphCommand.EditTask} for the limits.
 *
 * @param plannedHours effort in hours; null if not estimated
 */
public record TaskDetails(
        String title,
        String description,
        TaskStatus status,
        @Nullable Double plannedHours) {}
