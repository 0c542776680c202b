package io.graphtracker.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The longest chain of remaining work that goes through a task. The critical path is that of each task on it.
 *
 * @param chain its tasks that are not done, from first to last
 * @param dependencyIds those that connect them
 * @param minutesBefore of remaining work that has to be done before the task
 * @param minutes of its own
 * @param minutesAfter of remaining work that waits for it
 */
public record TaskPath(
        UUID taskId, List<UUID> chain, Set<UUID> dependencyIds, long minutesBefore, long minutes, long minutesAfter) {

    public TaskPath {
        chain = List.copyOf(chain);
        dependencyIds = new LinkedHashSet<>(dependencyIds);
    }

    /** How many minutes of work remain on the chain. */
    public long totalMinutes() {
        return minutesBefore + minutes + minutesAfter;
    }
}
