package io.graphtracker.project;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jgrapht.Graph;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.NotDirectedAcyclicGraphException;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.jspecify.annotations.Nullable;

/** A project's dependencies as a directed graph (JGraphT), which finds the critical path. */
final class DependencyGraph {

    /** The longest chain that ends in a task: the last dependency of it, its hours and its number of tasks. */
    private record Chain(UUID taskId, @Nullable Dependency last, double hours, int length) {}

    /** Compares by hours, then by number of tasks. Among equal chains, the one found first wins. */
    private static final Comparator<Chain> LONGER =
            Comparator.comparingDouble(Chain::hours).thenComparingInt(Chain::length);

    private final Graph<UUID, Dependency> graph = new SimpleDirectedGraph<>(Dependency.class);

    private DependencyGraph(Collection<UUID> taskIds, List<Dependency> dependencies) {
        taskIds.forEach(graph::addVertex);
        for (Dependency dependency : dependencies) {
            graph.addVertex(dependency.sourceId());
            graph.addVertex(dependency.targetId());
            graph.addEdge(dependency.sourceId(), dependency.targetId(), dependency);
        }
    }

    /**
     * The longest chain by planned hours. The result is deterministic, because tasks and dependencies come in the
     * order of their creation.
     *
     * @throws ProjectException if the dependencies form a cycle, which is possible only in a database edited by hand
     */
    static CriticalPath criticalPath(ProjectGraph project) {
        Map<UUID, Double> hours = new LinkedHashMap<>();
        for (Task task : project.tasks()) {
            if (!task.group()) {
                hours.put(task.id(), task.plannedHours() == null ? 0 : task.plannedHours());
            }
        }
        try {
            return new DependencyGraph(hours.keySet(), project.dependencies()).longestChain(hours);
        } catch (NotDirectedAcyclicGraphException e) {
            throw new ProjectException("project.error.graph-has-cycle");
        }
    }

    private CriticalPath longestChain(Map<UUID, Double> hours) {
        Map<UUID, Chain> chains = new HashMap<>();
        Chain longest = null;
        TopologicalOrderIterator<UUID, Dependency> order = new TopologicalOrderIterator<>(graph);
        while (order.hasNext()) {
            UUID taskId = order.next();
            Chain chain = longestTo(taskId, hours.getOrDefault(taskId, 0.0), chains);
            chains.put(taskId, chain);
            if (longest == null || LONGER.compare(chain, longest) > 0) {
                longest = chain;
            }
        }
        return pathTo(longest, chains);
    }

    private Chain longestTo(UUID taskId, double ownHours, Map<UUID, Chain> chains) {
        Chain before = null;
        Dependency last = null;
        for (Dependency dependency : graph.incomingEdgesOf(taskId)) {
            Chain candidate = chains.get(dependency.sourceId());
            if (before == null || LONGER.compare(candidate, before) > 0) {
                before = candidate;
                last = dependency;
            }
        }
        return before == null
                ? new Chain(taskId, null, ownHours, 1)
                : new Chain(taskId, last, before.hours() + ownHours, before.length() + 1);
    }

    private static CriticalPath pathTo(@Nullable Chain end, Map<UUID, Chain> chains) {
        Deque<UUID> taskIds = new ArrayDeque<>();
        Deque<UUID> dependencyIds = new ArrayDeque<>();
        double hours = end == null ? 0 : end.hours();
        for (Chain step = end; step != null; ) {
            taskIds.addFirst(step.taskId());
            Dependency last = step.last();
            if (last != null) {
                dependencyIds.addFirst(last.id());
            }
            step = last == null ? null : chains.get(last.sourceId());
        }
        return new CriticalPath(List.copyOf(taskIds), List.copyOf(dependencyIds), hours);
    }
}
