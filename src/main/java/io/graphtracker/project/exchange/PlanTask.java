package io.graphtracker.project.exchange;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task or a group of a plan.
 *
 * @param key what other tasks of the same file call it
 * @param parentKey the group that contains it, if any
 * @param details within the limits of {@link io.graphtracker.project.Rules}
 * @param position its centre; null if the file has none
 * @param collapsed whether a group shows its name only
 */
public record PlanTask(
        String key,
        @Nullable String parentKey,
        boolean group,
        TaskDetails details,
        @Nullable Position position,
        boolean collapsed,
        List<PlanComment> comments) {

    public PlanTask {
        comments = List.copyOf(comments);
    }

    public String title() {
        return details.title();
    }
}
