package io.graphtracker.project;

import java.util.UUID;

/**
 * A dependency between two tasks, drawn as an arrow from source to target.
 *
 * @param sourceId the task that comes first
 * @param targetId the task that depends on it
 */
public record Dependency(UUID id, UUID sourceId, UUID targetId) {

    TaskPair pair() {
        return new TaskPair(sourceId, targetId);
    }
}
