package io.graphtracker.project;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a page brings out: those with one of the statuses, one of the tags and one of the assignees. What is empty
 * leaves all tasks. Groups are never matched themselves; one is brought out with any task in it.
 *
 * @param tags regardless of case, as {@link TaskTags} has them
 * @param assignees {@link #NOBODY} among them stands for tasks without one
 */
public record TaskFilter(Set<TaskStatus> statuses, Set<String> tags, Set<String> assignees) {

    /** No assignee can have this name. */
    public static final String NOBODY = "";

    /** The filter that leaves all tasks. */
    public static final TaskFilter NONE = new TaskFilter(Set.of(), Set.of(), Set.of());

    public TaskFilter {
        statuses = Set.copyOf(statuses);
        tags = Set.copyOf(tags);
        assignees = Set.copyOf(assignees);
    }

    /** Whether it leaves all tasks. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether it is a task that this filter brings out. */
    public boolean matches(Task task) {
        return !task.group()
                && matches(task.status(), task.details().tags(), task.details().assignee());
    }

    boolean matches(TaskStatus status, Set<String> tagsOfTask, @Nullable String assignee) {
        return (statuses.isEmpty() || statuses.contains(status))
                && (tags.isEmpty() || anyTag(tagsOfTask))
                && (assignees.isEmpty() || assignees.contains(assignee == null ? NOBODY : assignee));
    }

    private boolean anyTag(Collection<String> tagsOfTask) {
        return tagsOfTask.stream().anyMatch(tag -> tags.stream().anyMatch(tag::equalsIgnoreCase));
    }

    /** What a filter looks at in a stored task. */
    record Row(
            UUID id,
            TaskStatus status,
            String tags,
            @Nullable String assignee) {}

    /** The ids of those rows that match. */
    Set<UUID> matching(Collection<Row> rows) {
        return rows.stream()
                .filter(row -> matches(row.status(), TaskTags.parse(row.tags()), row.assignee()))
                .map(Row::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
