package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex;
import io.graphtracker.project.Arc.Vertex.Part;
import io.graphtracker.project.CriticalPath.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jgrapht.Graph;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.NotDirectedAcyclicGraphException;
import org.jgrapht.traverse.TopologicalOrderIterator;
import org.jspecify.annotations.Nullable;

/**
 * The critical path method over remaining work: one pass forwards finds when each task can be worked on, one backwards
 * when it must be. It counts in whole minutes, because sums of fractions of hours would differ by their order.
 *
 * @see "docs/decisions/2026-11-30-critical-path-of-remaining-work.md"
 * @see <a href="https://en.wikipedia.org/wiki/Critical_path_method">Critical path method</a>
 */
final class CriticalPathMethod {

    /** The longest chain without slack that ends at a vertex, counted in tasks that are not done. */
    private record Chain(Vertex end, @Nullable Chain before, int length) {}

    private final Map<UUID, Task> tasks = new LinkedHashMap<>();
    private final Graph<Vertex, Arc> graph = new SimpleDirectedGraph<>(Arc.class);
    private final List<Vertex> order = new ArrayList<>();
    private final Map<Vertex, Long> earliestStart = new HashMap<>();
    private final Map<Vertex, Long> latestFinish = new HashMap<>();
    private long total;

    private CriticalPathMethod(ProjectGraph project) {
        project.tasks().forEach(task -> tasks.put(task.id(), task));
        project.tasks().stream()
                .filter(task -> !task.group())
                .forEach(task -> graph.addVertex(new Vertex(task.id(), Part.TASK)));
        for (Arc arc : Arc.of(project.tasks(), project.dependencies())) {
            graph.addVertex(arc.from());
            graph.addVertex(arc.to());
            graph.addEdge(arc.from(), arc.to(), arc);
        }
    }

    /**
     * The critical path. The result is deterministic, because tasks and dependencies come in the order of their
     * creation: of several longest chains, the one with the most tasks is listed, else the one found first.
     *
     * @throws ProjectException if the dependencies form a cycle, which is possible only in a database edited by hand
     */
    static CriticalPath of(ProjectGraph project) {
        try {
            return new CriticalPathMethod(project).find();
        } catch (NotDirectedAcyclicGraphException e) {
            throw new ProjectException("project.error.graph-has-cycle");
        }
    }

    private CriticalPath find() {
        new TopologicalOrderIterator<>(graph).forEachRemaining(order::add);
        order.forEach(this::start);
        total = order.stream().mapToLong(this::earliestFinish).max().orElse(0);
        order.reversed().forEach(this::finish);
        Map<UUID, Times> times = new HashMap<>();
        Set<UUID> critical = new LinkedHashSet<>();
        for (Task task : tasks.values()) {
            if (!task.group()) {
                Vertex vertex = new Vertex(task.id(), Part.TASK);
                times.put(task.id(), times(vertex));
                if (isCritical(vertex)) {
                    critical.add(task.id());
                }
            }
        }
        Map<Vertex, Chain> chains = chains();
        return new CriticalPath(longest(chains), critical, criticalDependencies(chains), total, times);
    }

    private void start(Vertex vertex) {
        earliestStart.put(
                vertex,
                graph.incomingEdgesOf(vertex).stream()
                        .mapToLong(arc -> earliestFinish(arc.from()))
                        .max()
                        .orElse(0));
    }

    private void finish(Vertex vertex) {
        latestFinish.put(
                vertex,
                graph.outgoingEdgesOf(vertex).stream()
                        .mapToLong(arc -> latestStart(arc.to()))
                        .min()
                        .orElse(total));
    }

    private long earliestFinish(Vertex vertex) {
        return get(earliestStart, vertex) + duration(vertex);
    }

    private long latestStart(Vertex vertex) {
        return get(latestFinish, vertex) - duration(vertex);
    }

    private static long get(Map<Vertex, Long> times, Vertex vertex) {
        return Objects.requireNonNull(times.get(vertex));
    }

    private long duration(Vertex vertex) {
        return vertex.part() == Part.TASK ? task(vertex).remainingMinutes() : 0;
    }

    private Task task(Vertex vertex) {
        return Objects.requireNonNull(tasks.get(vertex.id()));
    }

    private Times times(Vertex vertex) {
        return new Times(
                get(earliestStart, vertex), earliestFinish(vertex), latestStart(vertex), get(latestFinish, vertex));
    }

    /** Whether it has no slack and is not done: what is done has nothing to be late with. */
    private boolean isCritical(Vertex vertex) {
        return hasNoSlack(vertex) && !isDone(vertex);
    }

    private boolean hasNoSlack(Vertex vertex) {
        return total > 0 && times(vertex).slack() == 0;
    }

    private boolean isDone(Vertex vertex) {
        return vertex.part() == Part.TASK && task(vertex).status() == TaskStatus.DONE;
    }

    /** Whether no time passes between two vertices without slack; a task that is done may lie between others. */
    private boolean isTight(Arc arc) {
        return hasNoSlack(arc.from())
                && hasNoSlack(arc.to())
                && earliestFinish(arc.from()) == get(earliestStart, arc.to());
    }

    /** Those that leave no time between unfinished tasks. */
    private Set<UUID> criticalDependencies(Map<Vertex, Chain> chains) {
        Set<Vertex> unfinishedBehind = new HashSet<>();
        for (Vertex vertex : order.reversed()) {
            if (counts(vertex)
                    || graph.outgoingEdgesOf(vertex).stream()
                            .anyMatch(arc -> isTight(arc) && unfinishedBehind.contains(arc.to()))) {
                unfinishedBehind.add(vertex);
            }
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (Arc arc : graph.edgeSet()) {
            Chain before = chains.get(arc.from());
            if (arc.dependency() != null
                    && isTight(arc)
                    && before != null
                    && before.length() > 0
                    && unfinishedBehind.contains(arc.to())) {
                ids.add(arc.dependency().id());
            }
        }
        return ids;
    }

    private Map<Vertex, Chain> chains() {
        Map<Vertex, Chain> chains = new LinkedHashMap<>();
        order.stream().filter(this::hasNoSlack).forEach(vertex -> chains.put(vertex, chainTo(vertex, chains)));
        return chains;
    }

    private List<UUID> longest(Map<Vertex, Chain> chains) {
        List<UUID> chain = new ArrayList<>();
        Chain last = chains.values().stream()
                .filter(candidate -> earliestFinish(candidate.end()) == total)
                .max(Comparator.comparingInt(Chain::length))
                .orElse(null);
        for (Chain step = last; step != null; step = step.before()) {
            if (counts(step.end())) {
                chain.addFirst(step.end().id());
            }
        }
        return chain;
    }

    private boolean counts(Vertex vertex) {
        return vertex.part() == Part.TASK && isCritical(vertex);
    }

    private Chain chainTo(Vertex vertex, Map<Vertex, Chain> chains) {
        Chain longest = null;
        for (Arc arc : graph.incomingEdgesOf(vertex)) {
            Chain before = chains.get(arc.from());
            if (before != null && isTight(arc) && (longest == null || before.length() > longest.length())) {
                longest = before;
            }
        }
        int own = counts(vertex) ? 1 : 0;
        return new Chain(vertex, longest, own + (longest == null ? 0 : longest.length()));
    }
}
