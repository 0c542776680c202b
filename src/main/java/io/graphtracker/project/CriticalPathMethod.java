package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex;
import io.graphtracker.project.CriticalPath.Times;
import io.graphtracker.project.LongestChains.Chain;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds the tasks that determine how long the remaining work takes. */
final class CriticalPathMethod {

    private final WorkNetwork network;
    private final LongestChains chains;

    private CriticalPathMethod(WorkNetwork network) {
        this.network = network;
        this.chains = LongestChains.to(network);
    }

    static CriticalPath of(WorkNetwork network) {
        return new CriticalPathMethod(network).find();
    }

    private CriticalPath find() {
        Map<UUID, Times> times = new HashMap<>();
        Set<UUID> critical = new LinkedHashSet<>();
        Set<UUID> groups = new HashSet<>();
        for (PlannedWork task : network.tasks()) {
            Vertex vertex = WorkNetwork.vertex(task);
            times.put(task.id(), network.times(vertex));
            if (hasNoSlack(vertex) && task.isOpen()) {
                critical.add(task.id());
                groups.addAll(network.groupsAround(task));
            }
        }
        return new CriticalPath(chain(), critical, groups, dependencies(), network.total(), times);
    }

    private boolean hasNoSlack(Vertex vertex) {
        return network.total() > 0 && network.times(vertex).slack() == 0;
    }

    /** Of several longest chains, the one with the most tasks, else the one found first. */
    private List<UUID> chain() {
        return network.order().stream()
                .filter(vertex -> hasNoSlack(vertex) && network.earliestFinish(vertex) == network.total())
                .map(chains::chain)
                .max(Comparator.comparingInt(Chain::length))
                .map(chains::tasks)
                .orElse(List.of())
                .reversed();
    }

    /** Whether no time passes between two vertices without slack; a task that is done may lie between others. */
    private boolean isTight(Arc arc) {
        return hasNoSlack(arc.from())
                && hasNoSlack(arc.to())
                && network.earliestFinish(arc.from()) == network.earliestStart(arc.to());
    }

    /** Those that leave no time between unfinished tasks. */
    private Set<UUID> dependencies() {
        Set<Vertex> unfinishedBehind = new HashSet<>();
        for (Vertex vertex : network.order().reversed()) {
            if (hasNoSlack(vertex) && network.isOpen(vertex)
                    || network.outOf(vertex).stream()
                            .anyMatch(arc -> isTight(arc) && unfinishedBehind.contains(arc.to()))) {
                unfinishedBehind.add(vertex);
            }
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (Arc arc : network.arcs()) {
            if (arc.dependency() != null
                    && isTight(arc)
                    && chains.chain(arc.from()).length() > 0
                    && unfinishedBehind.contains(arc.to())) {
                ids.add(arc.dependency().id());
            }
        }
        return ids;
    }
}
