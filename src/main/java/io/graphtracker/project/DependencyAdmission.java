package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.DependencyRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds dependencies to a graph, and skips and counts those that the rules refuse. Unlike the user who connects two
 * tasks, whoever undoes something cannot do anything about them.
 *
 * @param added what the rules allow
 */
record DependencyAdmission(List<DependencyRow> added, SkippedRows skipped) {

    /**
     * Decides which dependencies are added, one after the other.
     *
     * @param wanted the dependencies to be added
     * @param tasks all of the project, as they will be
     * @param present all dependencies of the project
     */
    static DependencyAdmission of(List<Dependency> wanted, Map<UUID, Task> tasks, List<Dependency> present) {
        Set<TaskPair> pairs = new HashSet<>();
        present.forEach(dependency -> pairs.add(dependency.pair()));
        List<Dependency> possible = new ArrayList<>();
        int withoutEnd = 0;
        int duplicates = 0;
        for (Dependency dependency : wanted) {
            if (!tasks.containsKey(dependency.sourceId()) || !tasks.containsKey(dependency.targetId())) {
                withoutEnd++;
            } else if (pairs.add(dependency.pair())) {
                possible.add(dependency);
            } else {
                duplicates++;
            }
        }
        List<Dependency> added = withoutCycles(possible, tasks, present);
        return new DependencyAdmission(
                added.stream().map(DependencyRow::added).toList(),
                new SkippedRows(withoutEnd, duplicates, possible.size() - added.size(), 0, 0));
    }

    private static List<Dependency> withoutCycles(
            List<Dependency> wanted, Map<UUID, Task> tasks, List<Dependency> present) {
        DependencyPaths all = new DependencyPaths(tasks.values(), present);
        wanted.forEach(all::add);
        // usual, and much faster for thousands: what was deleted comes back to what it was deleted from
        if (all.isAcyclic()) {
            return wanted;
        }
        DependencyPaths paths = new DependencyPaths(tasks.values(), present);
        List<Dependency> added = new ArrayList<>();
        for (Dependency dependency : wanted) {
            if (!paths.wouldClose(dependency.pair())) {
                paths.add(dependency);
                added.add(dependency);
            }
        }
        return added;
    }
}
