package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The longest chains of remaining work, in one direction. Of equally long ones, each is the one with the most tasks that
 * are not done, else the one found first.
 */
final class LongestChains {

    /**
     * A chain that ends at a vertex.
     *
     * @param arc from or to the vertex before; null where the chain begins
     * @param before the rest of the chain
     * @param length how many tasks that are not done are in it
     */
    record Chain(Vertex vertex, @Nullable Arc arc, @Nullable Chain before, int length) {}

    private final WorkNetwork network;
    private final Map<Vertex, Chain> chains = new HashMap<>();

    private LongestChains(WorkNetwork network) {
        this.network = network;
    }

    /** The chains that lead to each vertex. */
    static LongestChains to(WorkNetwork network) {
        LongestChains chains = new LongestChains(network);
        network.order()
                .forEach(vertex -> chains.add(
                        vertex,
                        network.into(vertex),
                        Arc::from,
                        arc -> network.earliestFinish(arc.from()) == network.earliestStart(vertex)));
        return chains;
    }

    /** The chains that begin at each vertex; they are read from their end, which is that vertex. */
    private static LongestChains from(WorkNetwork network) {
        LongestChains chains = new LongestChains(network);
        network.order()
                .reversed()
                .forEach(vertex -> chains.add(
                        vertex,
                        network.outOf(vertex),
                        Arc::to,
                        arc -> network.latestStart(arc.to()) == network.latestFinish(vertex)));
        return chains;
    }

    private void add(Vertex vertex, Collection<Arc> arcs, Function<Arc, Vertex> otherEnd, Predicate<Arc> isTight) {
        Chain longest = null;
        Arc over = null;
        for (Arc arc : arcs) {
            Chain candidate = chain(otherEnd.apply(arc));
            if (isTight.test(arc) && (longest == null || candidate.length() > longest.length())) {
                longest = candidate;
                over = arc;
            }
        }
        int own = network.isOpen(vertex) ? 1 : 0;
        chains.put(vertex, new Chain(vertex, over, longest, own + (longest == null ? 0 : longest.length())));
    }

    Chain chain(Vertex vertex) {
        return Objects.requireNonNull(chains.get(vertex));
    }

    /** The tasks of a chain that are not done, the one at its end first. */
    List<UUID> tasks(Chain end) {
        List<UUID> ids = new ArrayList<>();
        for (Chain step = end; step != null; step = step.before()) {
            if (network.isOpen(step.vertex())) {
                ids.add(step.vertex().id());
            }
        }
        return ids;
    }

    /** The longest chain that goes through a task. */
    static TaskPath through(PlannedWork task, WorkNetwork network) {
        Vertex vertex = WorkNetwork.vertex(task);
        LongestChains to = to(network);
        LongestChains from = from(network);
        Chain before = to.chain(vertex);
        Chain after = from.chain(vertex);
        List<UUID> ids = new ArrayList<>(to.tasks(before).reversed());
        from.tasks(after).stream().filter(id -> !id.equals(task.id())).forEach(ids::add);
        Set<UUID> dependencies = new LinkedHashSet<>(to.dependencies(before));
        dependencies.addAll(from.dependencies(after));
        return new TaskPath(
                task.id(),
                ids,
                dependencies,
                network.earliestStart(vertex),
                task.remainingMinutes(),
                network.total() - network.latestFinish(vertex));
    }

    /** Those that lead from the end of a chain to its farthest task that is not done. */
    private List<UUID> dependencies(Chain end) {
        List<UUID> ids = new ArrayList<>();
        for (Chain step = end; step.before() != null && step.before().length() > 0; step = step.before()) {
            Dependency dependency = Objects.requireNonNull(step.arc()).dependency();
            if (dependency != null) {
                ids.add(dependency.id());
            }
        }
        return ids;
    }
}
