package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dependency between two tasks, drawn as an arrow from source to target.
 *
 * @param sourceId the task that comes first
 * @param targetId the task that depends on it
 */
public record Dependency(UUID id, UUID sourceId, UUID targetId) {

    /** Whether it begins or ends at a task. */
    public boolean touches(@Nullable UUID taskId) {
        return sourceId.equals(taskId) || targetId.equals(taskId);
    }

    TaskPair pair() {
        return new TaskPair(sourceId, targetId);
    }
}
