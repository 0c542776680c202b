package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task or a group of a {@link WorkPlan}.
 *
 * @param remainingMinutes see {@link Task#remainingMinutes}
 */
public record PlannedWork(
        UUID id, @Nullable UUID parentId, boolean group, String title, TaskStatus status, long remainingMinutes)
        implements PlanItem {

    static PlannedWork of(Task task) {
        return new PlannedWork(
                task.id(), task.parentId(), task.group(), task.title(), task.status(), task.remainingMinutes());
    }

    /** Whether it is a task that is not done. */
    public boolean isOpen() {
        return !group && status != TaskStatus.DONE;
    }

    /** Whether it waits for something that is not in the plan. */
    public boolean isBlocked() {
        return status == TaskStatus.BLOCKED;
    }
}
