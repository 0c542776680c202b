package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.DependencyRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds dependencies to a graph one after the other, and leaves out and counts those that the rules refuse. Unlike the
 * user who connects two tasks, whoever undoes something cannot do anything about them.
 */
final class DependencyAdmission {

    private final Map<UUID, Task> tasks;
    private final DependencyGraph graph;
    private final Set<TaskPair> pairs = new HashSet<>();
    private final List<DependencyRow> added = new ArrayList<>();
    private int withoutEnd;
    private int duplicates;
    private int cycles;

    /**
     * @param tasks at least those that the dependencies to be added connect, as far as they exist
     * @param present all dependencies of the project
     */
    DependencyAdmission(Map<UUID, Task> tasks, List<Dependency> present) {
        this.tasks = new HashMap<>(tasks);
        this.graph = new DependencyGraph(present);
        present.forEach(dependency -> pairs.add(dependency.pair()));
    }

    void add(Dependency dependency) {
        TaskPair pair = dependency.pair();
        if (!isTask(pair.sourceId()) || !isTask(pair.targetId())) {
            withoutEnd++;
        } else if (pairs.contains(pair)) {
            duplicates++;
        } else if (graph.leads(pair.targetId(), pair.sourceId())) {
            cycles++;
        } else {
            graph.add(dependency);
            pairs.add(pair);
            added.add(DependencyRow.added(dependency));
        }
    }

    private boolean isTask(UUID id) {
        Task task = tasks.get(id);
        return task != null && !task.group();
    }

    List<DependencyRow> added() {
        return added;
    }

    LeftOut leftOut() {
        return new LeftOut(withoutEnd, duplicates, cycles, 0, 0);
    }
}
