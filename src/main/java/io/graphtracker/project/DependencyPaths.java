package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds paths over dependencies, those of groups included (see {@link Arc}). It is made for each change, so it keeps no
 * more than the neighbours of each task.
 */
final class DependencyPaths {

    private final Set<UUID> groups;
    private final Map<Vertex, List<Vertex>> next = new HashMap<>();
    private final Map<Vertex, List<Vertex>> previous = new HashMap<>();

    /** @param tasks all of the project, or none if no group matters */
    DependencyPaths(Collection<Task> tasks, Collection<Dependency> dependencies) {
        this.groups = tasks.stream().filter(Task::group).map(Task::id).collect(Collectors.toSet());
        Arc.of(tasks, dependencies).forEach(arc -> add(arc.from(), arc.to()));
        // also where a group is empty: what comes into it later must not be in a cycle that nobody has made
        groups.forEach(group -> add(entry(group), exit(group)));
    }

    private void add(Vertex from, Vertex to) {
        next.computeIfAbsent(from, vertex -> new ArrayList<>(2)).add(to);
        previous.computeIfAbsent(to, vertex -> new ArrayList<>(2)).add(from);
    }

    void add(Dependency dependency) {
        add(exit(dependency.sourceId()), entry(dependency.targetId()));
    }

    private Vertex entry(UUID id) {
        return Arc.entry(id, groups::contains);
    }

    private Vertex exit(UUID id) {
        return Arc.exit(id, groups::contains);
    }

    /** Whether a dependency would close a cycle: its target already comes before its source, is it, or contains it. */
    boolean wouldClose(TaskPair pair) {
        return reached(entry(pair.targetId()), next).contains(exit(pair.sourceId()));
    }

    /**
     * The shortest cycle that a dependency would close, from its target to its source; empty if it would close none.
     */
    Optional<List<UUID>> cycle(TaskPair pair) {
        Vertex goal = exit(pair.sourceId());
        Map<Vertex, @Nullable Vertex> cameFrom = new HashMap<>();
        Deque<Vertex> open = new ArrayDeque<>();
        cameFrom.put(entry(pair.targetId()), null);
        open.add(entry(pair.targetId()));
        while (!open.isEmpty() && !cameFrom.containsKey(goal)) {
            Vertex vertex = open.remove();
            for (Vertex neighbour : next.getOrDefault(vertex, List.of())) {
                if (!cameFrom.containsKey(neighbour)) {
                    cameFrom.put(neighbour, vertex);
                    open.add(neighbour);
                }
            }
        }
        return cameFrom.containsKey(goal) ? Optional.of(wayTo(goal, cameFrom)) : Optional.empty();
    }

    private static List<UUID> wayTo(Vertex goal, Map<Vertex, @Nullable Vertex> cameFrom) {
        Set<UUID> way = new LinkedHashSet<>();
        for (Vertex vertex = goal; vertex != null; vertex = cameFrom.get(vertex)) {
            way.add(vertex.id());
        }
        return List.copyOf(way).reversed();
    }

    /** A task, and all to which paths lead from it. */
    Set<UUID> after(UUID taskId) {
        return ids(reached(exit(taskId), next));
    }

    /** A task, and all from which paths lead to it. */
    Set<UUID> before(UUID taskId) {
        return ids(reached(entry(taskId), previous));
    }

    private static Set<UUID> ids(Set<Vertex> vertices) {
        return vertices.stream().map(Vertex::id).collect(Collectors.toSet());
    }

    private static Set<Vertex> reached(Vertex from, Map<Vertex, List<Vertex>> neighbours) {
        Set<Vertex> seen = new HashSet<>(Set.of(from));
        Deque<Vertex> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Vertex neighbour : neighbours.getOrDefault(open.remove(), List.of())) {
                if (seen.add(neighbour)) {
                    open.add(neighbour);
                }
            }
        }
        return seen;
    }

    /** Whether no path leads from a task to itself, in one pass over all dependencies. */
    boolean isAcyclic() {
        return inOrBehindCycles().isEmpty();
    }

    /** Those of some dependencies that can be part of a cycle: on them, and behind them. */
    List<Dependency> inOrBehindCycles(Collection<Dependency> dependencies) {
        Set<Vertex> left = inOrBehindCycles();
        return dependencies.stream()
                .filter(dependency ->
                        left.contains(exit(dependency.sourceId())) && left.contains(entry(dependency.targetId())))
                .toList();
    }

    private Set<Vertex> inOrBehindCycles() {
        Map<Vertex, Integer> before = new HashMap<>();
        next.keySet().forEach(vertex -> before.put(vertex, 0));
        next.values().forEach(targets -> targets.forEach(vertex -> before.merge(vertex, 1, Integer::sum)));
        Deque<Vertex> free = new ArrayDeque<>();
        before.forEach((vertex, count) -> {
            if (count == 0) {
                free.add(vertex);
            }
        });
        while (!free.isEmpty()) {
            for (Vertex vertex : next.getOrDefault(free.remove(), List.of())) {
                if (Objects.requireNonNull(before.merge(vertex, -1, Integer::sum)) == 0) {
                    free.add(vertex);
                }
            }
        }
        before.values().removeIf(count -> count == 0);
        return before.keySet();
    }
}
