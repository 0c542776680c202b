package io.graphtracker.project;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user can edit of a task; see {@link GraphCommand.EditTask} for the limits.
 *
 * @param description plain text; may be empty
 * @param plannedHours effort in hours; null if not estimated
 * @param actualHours the hours worked so far; null if not recorded
 * @param assignee who works on it; null for nobody
 * @param tags short words, see {@link TaskTags}
 * @param link the address of a page about it; null for none
 */
public record TaskDetails(
        String title,
        String description,
        TaskStatus status,
        TaskPriority priority,
        @Nullable Double plannedHours,
        @Nullable Double actualHours,
        @Nullable String assignee,
        Set<String> tags,
        @Nullable String link) {

    public TaskDetails {
        tags = TaskTags.sorted(tags);
        assignee = emptyToNull(assignee);
        link = emptyToNull(link);
    }

    /** A task of which no more is known. */
    public TaskDetails(String title, String description, TaskStatus status, @Nullable Double plannedHours) {
        this(title, description, status, TaskPriority.NORMAL, plannedHours, null, null, Set.of(), null);
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** The same with another value in one of {@link TaskField#DETAILS}. */
    @SuppressWarnings("unchecked")
    public TaskDetails with(TaskField field, @Nullable Object value) {
        return new TaskDetails(
                field == TaskField.TITLE ? (String) require(value) : title,
                field == TaskField.DESCRIPTION ? (String) require(value) : description,
                field == TaskField.STATUS ? (TaskStatus) require(value) : status,
                field == TaskField.PRIORITY ? (TaskPriority) require(value) : priority,
                field == TaskField.PLANNED_HOURS ? (Double) value : plannedHours,
                field == TaskField.ACTUAL_HOURS ? (Double) value : actualHours,
                field == TaskField.ASSIGNEE ? (String) value : assignee,
                field == TaskField.TAGS ? (Set<String>) require(value) : tags,
                field == TaskField.LINK ? (String) value : link);
    }

    private static Object require(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
