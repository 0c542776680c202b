package io.graphtracker.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A cycle in words.
 *
 * @param names the titles of its tasks, not more than people read; empty if it is not known
 * @param more how many are not named
 */
public record CycleNames(String names, int more) {

    private static final int MOST_NAMED = 5;

    /**
     * Names the tasks of a cycle; its groups if there are only groups, which are empty then.
     *
     * @param tasks at least those of the cycle
     */
    public static CycleNames of(List<UUID> path, Map<UUID, Task> tasks) {
        List<UUID> named = tasksOf(path, tasks);
        return new CycleNames(
                named.stream()
                        .limit(MOST_NAMED)
                        .map(id -> "“" + CommandPlanner.get(tasks, id).title() + "”")
                        .collect(Collectors.joining(" → ")),
                Math.max(0, named.size() - MOST_NAMED));
    }

    /** The tasks of a path; its groups if there are only groups, which are empty then. */
    static List<UUID> tasksOf(List<UUID> path, Map<UUID, Task> tasks) {
        List<UUID> onlyTasks = path.stream()
                .filter(id -> !CommandPlanner.get(tasks, id).group())
                .toList();
        return onlyTasks.isEmpty() ? path : onlyTasks;
    }
}
