package io.graphtracker.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What determines how long the remaining work takes, if no two tasks that can be done at the same time wait for each
 * other.
 *
 * @param chain the tasks of one longest chain from first to last; empty if nothing remains to be done
 * @param taskIds all tasks that are not done and have no slack
 * @param groupIds all groups that contain one of them, directly or not
 * @param dependencyIds those between them that leave no time
 * @param minutes of remaining work on the chain
 * @param times when each task can and must be worked on, by task id; groups have none
 */
public record CriticalPath(
        List<UUID> chain,
        Set<UUID> taskIds,
        Set<UUID> groupIds,
        Set<UUID> dependencyIds,
        long minutes,
        Map<UUID, Times> times) {

    public CriticalPath {
        chain = List.copyOf(chain);
        taskIds = new LinkedHashSet<>(taskIds);
        groupIds = Set.copyOf(groupIds);
        dependencyIds = new LinkedHashSet<>(dependencyIds);
        times = Map.copyOf(times);
    }

    /**
     * When a task can and must be worked on, in minutes of work from now on.
     *
     * @param earliestStart when all it depends on can be done
     * @param latestFinish when it must be done, so that the rest does not take longer
     */
    public record Times(long earliestStart, long earliestFinish, long latestStart, long latestFinish) {

        /** How many minutes it can start later, or take longer, without anything taking longer in all. */
        public long slack() {
            return latestStart - earliestStart;
        }
    }
}
