package io.graphtracker.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * Sorts what lies side by side, such as the tasks and groups in a group, so that each comes behind all it depends on.
 *
 * @see "docs/decisions/2026-12-01-outline-in-work-order.md"
 */
public final class WorkOrder {

    private final Map<UUID, Integer> ranks = new HashMap<>();
    private final Graph<UUID, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
    /** How many dependencies a step stands for. */
    private final Map<TaskPair, Integer> counts = new LinkedHashMap<>();

    private WorkOrder(List<UUID> items, Collection<TaskPair> steps) {
        items.forEach(item -> {
            ranks.put(item, ranks.size());
            graph.addVertex(item);
        });
        steps.forEach(step -> {
            counts.merge(step, 1, Integer::sum);
            graph.addEdge(step.sourceId(), step.targetId());
        });
    }

    /**
     * Sorts as much as necessary: what depends on nothing stays in the given order.
     *
     * @param items without duplicates
     * @param steps between two different items, each as often as there are dependencies. Those of tasks in two groups may
     *     lead from each to the other; then no order suits all of them, and some are ignored
     */
    public static List<UUID> of(List<UUID> items, Collection<TaskPair> steps) {
        return steps.isEmpty() ? List.copyOf(items) : new WorkOrder(items, steps).sort();
    }

    private List<UUID> sort() {
        new GabowStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets().stream()
                        .filter(circle -> circle.size() > 1)
                        .forEach(this::cut);
        List<UUID> sorted = new ArrayList<>();
        new TopologicalOrderIterator<>(graph, Comparator.comparingInt(this::rank)).forEachRemaining(sorted::add);
        return sorted;
    }

    private int rank(UUID item) {
        return ranks.getOrDefault(item, 0);
    }

    /** Takes first, again and again, what waits for the fewest of the others, and ignores what it still waits for. */
    private void cut(Set<UUID> circle) {
        Map<UUID, Integer> waiting = new HashMap<>();
        Set<UUID> left = new HashSet<>(circle);
        circle.forEach(item -> waiting.put(
                item,
                graph.incomingEdgesOf(item).stream()
                        .map(graph::getEdgeSource)
                        .filter(circle::contains)
                        .mapToInt(source -> count(source, item))
                        .sum()));
        while (!left.isEmpty()) {
            UUID next = left.stream()
                    .min(Comparator.comparingInt((UUID item) -> waiting.getOrDefault(item, 0))
                            .thenComparingInt(this::rank))
                    .orElseThrow();
            left.remove(next);
            List.copyOf(graph.incomingEdgesOf(next)).stream()
                    .filter(edge -> left.contains(graph.getEdgeSource(edge)))
                    .forEach(graph::removeEdge);
            graph.outgoingEdgesOf(next).stream()
                    .map(graph::getEdgeTarget)
                    .filter(left::contains)
                    .forEach(target -> waiting.merge(target, -count(next, target), Integer::sum));
        }
    }

    private int count(UUID source, UUID target) {
        return counts.getOrDefault(new TaskPair(source, target), 0);
    }
}
