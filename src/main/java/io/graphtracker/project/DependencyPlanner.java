package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.DependencyRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out what commands about dependencies change. */
@Component
class DependencyPlanner {

    /** Each search visits the whole graph. */
    private static final int MOST_SEARCHED = 20;

    private final GraphRows rows;

    DependencyPlanner(GraphRows rows) {
        this.rows = rows;
    }

    GraphEdit connect(UUID projectId, TaskPair pair) {
        // all of them: what a dependency of a group means depends on what lies in it
        Map<UUID, Task> tasks = byId(rows.tasks(projectId));
        Task source = CommandPlanner.get(tasks, pair.sourceId());
        Task target = CommandPlanner.get(tasks, pair.targetId());
        if (source.id().equals(target.id())) {
            throw new ProjectException("project.error.edge-self", source.title());
        }
        List<Dependency> present = rows.dependencies(projectId);
        if (present.stream().map(Dependency::pair).anyMatch(pair::equals)) {
            throw new ProjectException("project.error.edge-duplicate", source.title(), target.title());
        }
        requireNoCycle(source, target, new DependencyPaths(tasks.values(), present), tasks);
        return GraphEdit.of(
                ChangeLabel.of("change.connect", source.title(), target.title()),
                List.of(),
                List.of(DependencyRow.added(dependency(pair))));
    }

    private static void requireNoCycle(Task source, Task target, DependencyPaths paths, Map<UUID, Task> tasks) {
        if (Groups.lies(source.parentId(), target.id(), tasks)) {
            throw new ProjectException("project.error.edge-in-group", source.title(), target.title());
        }
        if (Groups.lies(target.parentId(), source.id(), tasks)) {
            throw new ProjectException("project.error.edge-in-group", target.title(), source.title());
        }
        paths.cycle(new TaskPair(source.id(), target.id())).ifPresent(path -> {
            CycleNames cycle = CycleNames.of(path, tasks);
            throw new ProjectException(
                    "project.error.edge-cycle", source.title(), target.title(), cycle.names(), cycle.more());
        });
    }

    /**
     * Requires that a graph has no cycle, for example after tasks were put into a group that has dependencies.
     *
     * @throws ProjectException if it has one
     */
    static void requireNoCycle(Map<UUID, Task> tasks, List<Dependency> dependencies) {
        DependencyPaths paths = new DependencyPaths(tasks.values(), dependencies);
        List<Dependency> suspects = paths.inOrBehindCycles(dependencies);
        if (!suspects.isEmpty()) {
            List<UUID> shortest = suspects.stream()
                    .limit(MOST_SEARCHED)
                    .flatMap(dependency -> paths.cycle(dependency.pair()).stream())
                    .map(path -> CycleNames.tasksOf(path, tasks))
                    .min(Comparator.comparingInt(List::size))
                    .orElse(List.of());
            CycleNames cycle = CycleNames.of(shortest, tasks);
            throw new ProjectException("project.error.group-cycle", cycle.names(), cycle.more());
        }
    }

    static Map<UUID, Task> byId(List<Task> tasks) {
        return tasks.stream()
                .collect(Collectors.toMap(Task::id, task -> task, (one, other) -> one, LinkedHashMap::new));
    }

    GraphEdit connectAll(UUID projectId, List<TaskPair> pairs) {
        DependencyAdmission admission = DependencyAdmission.of(
                pairs.stream().map(DependencyPlanner::dependency).toList(),
                byId(rows.tasks(projectId)),
                rows.dependencies(projectId));
        List<DependencyRow> added = admission.added();
        ChangeLabel label = ChangeLabel.of("change.connect-all", added.size());
        return new GraphEdit(label, List.of(), added, List.of(), admission.skipped(), List.of());
    }

    GraphEdit disconnect(UUID projectId, Set<UUID> ids) {
        List<Dependency> removed = rows.dependencies(projectId).stream()
                .filter(dependency -> ids.contains(dependency.id()))
                .toList();
        ChangeLabel label = ChangeLabel.of("change.disconnect-all", removed.size());
        if (removed.size() == 1) {
            TaskPair pair = removed.getFirst().pair();
            Map<UUID, Task> ends = rows.tasks(projectId, ends(List.of(pair)));
            label = ChangeLabel.of(
                    "change.disconnect",
                    CommandPlanner.get(ends, pair.sourceId()).title(),
                    CommandPlanner.get(ends, pair.targetId()).title());
        }
        return GraphEdit.of(
                label, List.of(), removed.stream().map(DependencyRow::removed).toList());
    }

    private static Collection<UUID> ends(List<TaskPair> pairs) {
        List<UUID> ends = new ArrayList<>();
        for (TaskPair pair : pairs) {
            ends.add(pair.sourceId());
            ends.add(pair.targetId());
        }
        return ends;
    }

    private static Dependency dependency(TaskPair pair) {
        return new Dependency(RowIds.next(), pair.sourceId(), pair.targetId());
    }
}
