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

/** Finds paths over dependencies. It is made for each change, so it keeps no more than what follows each task. */
final class DependencyPaths {

    private final Map<UUID, List<UUID>> next = new HashMap<>();

    DependencyPaths(Collection<Dependency> dependencies) {
        dependencies.forEach(this::add);
    }

    void add(Dependency dependency) {
        next.computeIfAbsent(dependency.sourceId(), id -> new ArrayList<>(2)).add(dependency.targetId());
    }

    /** Whether a path leads from one task to another; true if they are the same. */
    boolean leads(UUID fromId, UUID toId) {
        Set<UUID> seen = new HashSet<>(Set.of(fromId));
        Deque<UUID> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            UUID id = open.remove();
            if (id.equals(toId)) {
                return true;
            }
            for (UUID following : next.getOrDefault(id, List.of())) {
                if (seen.add(following)) {
                    open.add(following);
                }
            }
        }
        return false;
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
