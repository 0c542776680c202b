package io.graphtracker.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds paths over dependencies. It is made for each change, so it keeps no more than the neighbours of each task. */
final class DependencyPaths {

    private final Map<UUID, List<UUID>> next = new HashMap<>();
    private final Map<UUID, List<UUID>> previous = new HashMap<>();

    DependencyPaths(Collection<Dependency> dependencies) {
        dependencies.forEach(this::add);
    }

    void add(Dependency dependency) {
        next.computeIfAbsent(dependency.sourceId(), id -> new ArrayList<>(2)).add(dependency.targetId());
        previous.computeIfAbsent(dependency.targetId(), id -> new ArrayList<>(2))
                .add(dependency.sourceId());
    }

    /** Whether a path leads from one task to another; true if they are the same. */
    boolean leads(UUID fromId, UUID toId) {
        return after(fromId).contains(toId);
    }

    /** A task, and all to which paths lead from it. */
    Set<UUID> after(UUID taskId) {
        return reached(taskId, next);
    }

    /** A task, and all from which paths lead to it. */
    Set<UUID> before(UUID taskId) {
        return reached(taskId, previous);
    }

    private static Set<UUID> reached(UUID taskId, Map<UUID, List<UUID>> neighbours) {
        Set<UUID> seen = new HashSet<>(Set.of(taskId));
        Deque<UUID> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (UUID neighbour : neighbours.getOrDefault(open.remove(), List.of())) {
                if (seen.add(neighbour)) {
                    open.add(neighbour);
                }
            }
        }
        return seen;
    }

    /** Whether no path leads from a task to itself, in one pass over all dependencies. */
    boolean isAcyclic() {
        Map<UUID, Integer> before = new HashMap<>();
        next.keySet().forEach(id -> before.put(id, 0));
        next.values().forEach(targets -> targets.forEach(id -> before.merge(id, 1, Integer::sum)));
        Deque<UUID> free = new ArrayDeque<>();
        before.forEach((id, count) -> {
            if (count == 0) {
                free.add(id);
            }
        });
        int done = 0;
        while (!free.isEmpty()) {
            done++;
            for (UUID id : next.getOrDefault(free.remove(), List.of())) {
                if (before.merge(id, -1, Integer::sum) == 0) {
                    free.add(id);
                }
            }
        }
        return done == before.size();
    }
}
