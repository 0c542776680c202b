package io.graphtracker.project;

import java.util.HashSet;
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
        Set<UUID> seen = new HashSet<>();
        UUID around = groupId;
        // a database edited by hand may contain a circle
        while (around != null && seen.add(around)) {
            if (around.equals(taskId)) {
                return true;
            }
            Task group = groups.get(around);
            around = group == null ? null : group.parentId();
        }
        return false;
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
