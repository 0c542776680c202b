package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex;
import io.graphtracker.project.Arc.Vertex.Part;
import io.graphtracker.project.CriticalPath.Times;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jgrapht.Graph;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.NotDirectedAcyclicGraphException;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * The order of work (see {@link Arc}), and when each task can and must be worked on: one pass forwards finds when each
 * can be, one backwards when it must be. It counts in whole minutes, because sums of fractions of hours would differ by
 * their order.
 *
 * @see "docs/decisions/2026-11-30-critical-path-of-remaining-work.md"
 * @see <a href="https://en.wikipedia.org/wiki/Critical_path_method">Critical path method</a>
 */
final class WorkNetwork {

    private final Map<UUID, PlannedWork> work;
    private final Graph<Vertex, Arc> graph = new SimpleDirectedGraph<>(Arc.class);
    private final List<Vertex> order = new ArrayList<>();
    private final Map<Vertex, Long> earliestStart = new HashMap<>();
    private final Map<Vertex, Long> latestFinish = new HashMap<>();
    private final long total;

    /** @throws ProjectException if the dependencies form a cycle, which is possible only in a database edited by hand */
    WorkNetwork(Map<UUID, PlannedWork> work, Collection<Dependency> dependencies) {
        this.work = work;
        tasks().forEach(task -> graph.addVertex(vertex(task)));
        for (Arc arc : Arc.of(work.values(), dependencies)) {
            graph.addVertex(arc.from());
            graph.addVertex(arc.to());
            graph.addEdge(arc.from(), arc.to(), arc);
        }
        try {
            new TopologicalOrderIterator<>(graph).forEachRemaining(order::add);
        } catch (NotDirectedAcyclicGraphException e) {
            throw new ProjectException("project.error.graph-has-cycle");
        }
        order.forEach(this::start);
        total = order.stream().mapToLong(this::earliestFinish).max().orElse(0);
        order.reversed().forEach(this::finish);
    }

    /** All tasks, without groups, in the order of their creation. */
    List<PlannedWork> tasks() {
        return work.values().stream().filter(item -> !item.group()).toList();
    }

    PlannedWork get(UUID id) {
        return Objects.requireNonNull(work.get(id));
    }

    /** The groups around a task, from the inside to the outside. */
    List<UUID> groupsAround(PlannedWork task) {
        return Groups.around(task, work);
    }

    static Vertex vertex(PlannedWork task) {
        return new Vertex(task.id(), Part.TASK);
    }

    /** All vertices, each behind all that lead to it. */
    List<Vertex> order() {
        return order;
    }

    /** All arcs, in the order of their dependencies. */
    Set<Arc> arcs() {
        return graph.edgeSet();
    }

    /** None for an empty group, which nothing leads to. */
    Set<Arc> into(Vertex vertex) {
        return !graph.containsVertex(vertex) ? Set.of() : graph.incomingEdgesOf(vertex);
    }

    Set<Arc> outOf(Vertex vertex) {
        return graph.outgoingEdgesOf(vertex);
    }

    /** Whether it is a task that is not done. */
    boolean isOpen(Vertex vertex) {
        return vertex.part() == Part.TASK && get(vertex.id()).isOpen();
    }

    /** How many minutes all remaining work takes. */
    long total() {
        return total;
    }

    long earliestStart(Vertex vertex) {
        return Objects.requireNonNull(earliestStart.get(vertex));
    }

    long earliestFinish(Vertex vertex) {
        return earliestStart(vertex) + duration(vertex);
    }

    long latestStart(Vertex vertex) {
        return latestFinish(vertex) - duration(vertex);
    }

    long latestFinish(Vertex vertex) {
        return Objects.requireNonNull(latestFinish.get(vertex));
    }

    Times times(Vertex vertex) {
        return new Times(earliestStart(vertex), earliestFinish(vertex), latestStart(vertex), latestFinish(vertex));
    }

    private void start(Vertex vertex) {
        earliestStart.put(
                vertex,
                into(vertex).stream()
                        .mapToLong(arc -> earliestFinish(arc.from()))
                        .max()
                        .orElse(0));
    }

    private void finish(Vertex vertex) {
        latestFinish.put(
                vertex,
                outOf(vertex).stream()
                        .mapToLong(arc -> latestStart(arc.to()))
                        .min()
                        .orElse(total));
    }

    private long duration(Vertex vertex) {
        return vertex.part() == Part.TASK ? get(vertex.id()).remainingMinutes() : 0;
    }
}
