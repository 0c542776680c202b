package io.graphtracker.project.exchange;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task or a group of a plan.
 *
 * @param key what other tasks of the same file call it
 * @param parentKey the group that contains it, if any
 * @param title 1 to 200 characters
 * @param description plain text; may be empty
 * @param priority null if not set
 * @param plannedHours effort in hours; null if not estimated
 * @param actualHours effort so far in hours; null if not recorded
 * @param assignee may be empty
 * @param link an address; may be empty
 * @param position its centre; null if the file has none
 * @param collapsed whether a group shows its name only
 */
public record PlanTask(
        String key,
        @Nullable String parentKey,
        boolean group,
        String title,
        String description,
        TaskStatus status,
        @Nullable PlanPriority priority,
        @Nullable Double plannedHours,
        @Nullable Double actualHours,
        String assignee,
        List<String> tags,
        String link,
        @Nullable Position position,
        boolean collapsed,
        List<PlanComment> comments) {

    public PlanTask {
        tags = List.copyOf(tags);
        comments = List.copyOf(comments);
    }
}
