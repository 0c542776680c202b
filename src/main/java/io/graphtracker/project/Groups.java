package io.graphtracker.project;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How groups lie in each other. */
final class Groups {

    private Groups() {}

    /**
     * Whether a group is a task or lies in it, directly or indirectly.
     *
     * @param groups at least all groups of the project
     */
    static boolean lies(@Nullable UUID groupId, UUID taskId, Map<UUID, Task> groups) {
        if (groupId == null || groupId.equals(taskId)) {
            return groupId != null;
        }
        Task group = groups.get(groupId);
        return group != null && around(group, groups).contains(taskId);
    }

    /** The groups around a task, from the inside to the outside. */
    static List<UUID> around(PlanItem task, Map<UUID, ? extends PlanItem> groups) {
        Set<UUID> around = new LinkedHashSet<>();
        UUID id = task.parentId();
        // a database edited by hand may contain a circle
        while (id != null && around.add(id)) {
            PlanItem group = groups.get(id);
            id = group == null ? null : group.parentId();
        }
        return List.copyOf(around);
    }

    /** Those of some tasks and groups that lie in none of the others, in the order of the tasks. */
    static List<UUID> outermost(Set<UUID> ids, Map<UUID, Task> tasks) {
        return tasks.values().stream()
                .filter(task -> ids.contains(task.id()))
                .filter(task -> around(task, tasks).stream().noneMatch(ids::contains))
                .map(Task::id)
                .toList();
    }

    /** The innermost group that contains all of some tasks; null if none does. */
    static @Nullable UUID innermostAround(List<Task> content, Map<UUID, Task> tasks) {
        return around(content.getFirst(), tasks).stream()
                .filter(group ->
                        content.stream().allMatch(task -> around(task, tasks).contains(group)))
                .findFirst()
                .orElse(null);
    }

    /**
     * The group around a task when some groups are deleted.
     *
     * @param tasks at least the deleted ones
     */
    static @Nullable UUID firstAround(Task task, Map<UUID, Task> tasks, Set<UUID> deleted) {
        Set<UUID> seen = new HashSet<>();
        UUID around = task.parentId();
        while (around != null && deleted.contains(around)) {
            Task group = tasks.get(around);
            around = group == null || !seen.add(around) ? null : group.parentId();
        }
        return around;
    }
}
