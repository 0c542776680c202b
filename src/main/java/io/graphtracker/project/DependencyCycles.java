package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Sorts dependencies into those that a graph can have and those that would close a cycle, in the order in which they
 * come: the one that closes a cycle goes.
 *
 * @param kept those without which no cycle is closed
 * @param dropped the others
 */
public record DependencyCycles(List<Dependency> kept, List<Cycle> dropped) {

    /** Each is a search of the whole graph. */
    private static final int MOST_PATHS = 100;

    /**
     * A dependency that would close a cycle.
     *
     * @param path the tasks and groups of the shortest cycle, from its target to its source; empty after the first
     *     hundred cycles
     */
    public record Cycle(Dependency dependency, List<UUID> path) {}

    /**
     * Finds the cycles of a graph.
     *
     * @param tasks all of it
     * @param dependencies between these tasks
     */
    public static DependencyCycles of(Collection<Task> tasks, List<Dependency> dependencies) {
        DependencyPaths all = new DependencyPaths(tasks, dependencies);
        Set<Dependency> suspects = new HashSet<>(all.inOrBehindCycles(dependencies));
        if (suspects.isEmpty()) {
            return new DependencyCycles(dependencies, List.of());
        }
        return without(suspects, tasks, dependencies);
    }

    private static DependencyCycles without(
            Set<Dependency> suspects, Collection<Task> tasks, List<Dependency> dependencies) {
        Numbering vertices = new Numbering(tasks);
        GrowingOrder order = new GrowingOrder(2 * tasks.size(), dependencies.size() + 3 * tasks.size());
        Arc.of(tasks, List.of()).forEach(arc -> order.add(vertices.of(arc.from()), vertices.of(arc.to())));
        vertices.groups.forEach(group -> order.add(vertices.entry(group), vertices.exit(group)));
        DependencyPaths paths = new DependencyPaths(tasks, List.of());
        List<Dependency> kept = new ArrayList<>();
        List<Dependency> closing = new ArrayList<>();
        for (Dependency dependency : dependencies) {
            boolean fits = !suspects.contains(dependency)
                    || order.add(vertices.exit(dependency.sourceId()), vertices.entry(dependency.targetId()));
            if (fits) {
                paths.add(dependency);
            }
            (fits ? kept : closing).add(dependency);
        }
        List<Cycle> dropped = new ArrayList<>();
        for (Dependency dependency : closing) {
            dropped.add(new Cycle(
                    dependency,
                    dropped.size() < MOST_PATHS ? paths.cycle(dependency.pair()).orElse(List.of()) : List.of()));
        }
        return new DependencyCycles(kept, dropped);
    }

    /** Numbers for the vertices of {@link Arc}. */
    private static final class Numbering {

        private final Map<UUID, Integer> numbers = new HashMap<>();
        private final Set<UUID> groups = new HashSet<>();

        Numbering(Collection<Task> tasks) {
            for (Task task : tasks) {
                numbers.put(task.id(), 2 * numbers.size());
                if (task.group()) {
                    groups.add(task.id());
                }
            }
        }

        int of(Vertex vertex) {
            return Objects.requireNonNull(numbers.get(vertex.id())) + (vertex.part() == Vertex.Part.FINISH ? 1 : 0);
        }

        int entry(UUID id) {
            return of(Arc.entry(id, groups::contains));
        }

        int exit(UUID id) {
            return of(Arc.exit(id, groups::contains));
        }
    }
}
