package io.graphtracker.project;

import io.graphtracker.project.Arc.Vertex;
import io.graphtracker.project.Arc.Vertex.Part;
import io.graphtracker.project.NextTasks.Frees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Finds what can be worked on now, and what stands in the way of the rest. Groups stand for all tasks in them. */
final class NextFinder {

    /** What a vertex waits for: nothing, one task, or several. */
    private sealed interface WaitsFor {

        record Nothing() implements WaitsFor {}

        record One(UUID taskId) implements WaitsFor {}

        record Several() implements WaitsFor {}

        WaitsFor NOTHING = new Nothing();

        default WaitsFor and(WaitsFor other) {
            if (this.equals(NOTHING) || this.equals(other)) {
                return other;
            }
            return other.equals(NOTHING) ? this : new Several();
        }
    }

    private final WorkNetwork network;
    private final Map<Vertex, WaitsFor> waitsFor = new HashMap<>();

    private NextFinder(WorkNetwork network) {
        this.network = network;
        for (Vertex vertex : network.order()) {
            waitsFor.put(
                    vertex,
                    network.into(vertex).stream()
                            .map(Arc::from)
                            .map(this::reason)
                            .reduce(WaitsFor.NOTHING, WaitsFor::and));
        }
    }

    static NextTasks of(WorkNetwork network) {
        return new NextFinder(network).find();
    }

    /** Why what comes behind a vertex has to wait. */
    private WaitsFor reason(Vertex vertex) {
        if (vertex.part() == Part.TASK) {
            return network.isOpen(vertex) ? new WaitsFor.One(vertex.id()) : WaitsFor.NOTHING;
        }
        return waitsFor(vertex);
    }

    private WaitsFor waitsFor(Vertex vertex) {
        return Objects.requireNonNull(waitsFor.get(vertex));
    }

    private NextTasks find() {
        List<PlannedWork> ready = new ArrayList<>();
        List<UUID> waiting = new ArrayList<>();
        Map<UUID, Integer> atOnce = new HashMap<>();
        for (PlannedWork task : network.tasks()) {
            if (task.isOpen()) {
                WaitsFor reason = waitsFor(WorkNetwork.vertex(task));
                if (reason.equals(WaitsFor.NOTHING) && !task.isBlocked()) {
                    ready.add(task);
                } else {
                    waiting.add(task.id());
                }
                if (reason instanceof WaitsFor.One one && !task.isBlocked()) {
                    atOnce.merge(one.taskId(), 1, Integer::sum);
                }
            }
        }
        ready.sort(Comparator.comparingLong(
                task -> network.times(WorkNetwork.vertex(task)).slack()));
        return new NextTasks(ready.stream().map(PlannedWork::id).toList(), waiting, frees(ready, atOnce));
    }

    private List<Frees> frees(List<PlannedWork> ready, Map<UUID, Integer> atOnce) {
        Map<Vertex, Integer> behind = new OpenTasksBehind(network).counts();
        return ready.stream()
                .map(task -> new Frees(
                        task.id(), atOnce.getOrDefault(task.id(), 0), behind.getOrDefault(WorkNetwork.vertex(task), 0)))
                .filter(frees -> frees.inAll() > 0)
                .sorted(Comparator.comparingInt(Frees::atOnce)
                        .thenComparingInt(Frees::inAll)
                        .reversed())
                .toList();
    }

    /** The tasks that are not done on which a task or a group depends directly, also through groups. */
    static List<UUID> blockers(PlannedWork of, WorkNetwork network) {
        Set<UUID> blockers = new LinkedHashSet<>();
        Set<Vertex> seen = new HashSet<>();
        Deque<Vertex> open = new ArrayDeque<>(List.of(new Vertex(of.id(), of.group() ? Part.START : Part.TASK)));
        while (!open.isEmpty()) {
            for (Arc arc : network.into(open.remove())) {
                Vertex before = arc.from();
                if (before.part() != Part.TASK) {
                    if (seen.add(before)) {
                        open.add(before);
                    }
                } else if (network.isOpen(before)) {
                    blockers.add(before.id());
                }
            }
        }
        return List.copyOf(blockers);
    }
}
