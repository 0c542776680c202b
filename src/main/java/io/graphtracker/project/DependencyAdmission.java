package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.DependencyRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
     * @param tasks at least those that they connect, as far as they exist
     * @param present all dependencies of the project
     */
    static DependencyAdmission of(List<Dependency> wanted, Map<UUID, Task> tasks, List<Dependency> present) {
        Set<TaskPair> pairs = new HashSet<>();
        present.forEach(dependency -> pairs.add(dependency.pair()));
        List<Dependency> possible = new ArrayList<>();
        int withoutEnd = 0;
        int duplicates = 0;
        for (Dependency dependency : wanted) {
            if (!isTask(tasks.get(dependency.sourceId())) || !isTask(tasks.get(dependency.targetId()))) {
                withoutEnd++;
            } else if (pairs.add(dependency.pair())) {
                possible.add(dependency);
            } else {
                duplicates++;
            }
        }
        List<Dependency> added = withoutCycles(possible, present);
        return new DependencyAdmission(
                added.stream().map(DependencyRow::added).toList(),
                new SkippedRows(withoutEnd, duplicates, possible.size() - added.size(), 0, 0));
    }

    private static boolean isTask(@Nullable Task task) {
        return task != null && !task.group();
    }

    private static List<Dependency> withoutCycles(List<Dependency> wanted, List<Dependency> present) {
        DependencyPaths all = new DependencyPaths(present);
        wanted.forEach(all::add);
        // usual, and much faster for thousands: what was deleted comes back to what it was deleted from
        if (all.isAcyclic()) {
            return wanted;
        }
        DependencyPaths paths = new DependencyPaths(present);
        List<Dependency> added = new ArrayList<>();
        for (Dependency dependency : wanted) {
            if (!paths.leads(dependency.targetId(), dependency.sourceId())) {
                paths.add(dependency);
                added.add(dependency);
            }
        }
        return added;
    }
}
