package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.DependencyRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works out what commands about dependencies change. */
@Component
class DependencyPlanner {

    private final GraphRows rows;

    DependencyPlanner(GraphRows rows) {
        this.rows = rows;
    }

    GraphEdit connect(UUID projectId, TaskPair pair) {
        Map<UUID, Task> ends = rows.tasks(projectId, ends(List.of(pair)));
        Task source = CommandPlanner.get(ends, pair.sourceId());
        Task target = CommandPlanner.get(ends, pair.targetId());
        if (source.id().equals(target.id())) {
            throw new ProjectException("project.error.edge-self", source.title());
        }
        requireNoGroup(source);
        requireNoGroup(target);
        List<Dependency> present = rows.dependencies(projectId);
        if (present.stream().map(Dependency::pair).anyMatch(pair::equals)) {
            throw new ProjectException("project.error.edge-duplicate", source.title(), target.title());
        }
        if (new DependencyPaths(present).leads(target.id(), source.id())) {
            throw new ProjectException("project.error.edge-cycle", source.title(), target.title());
        }
        return GraphEdit.of(
                ChangeLabel.of("change.connect", source.title(), target.title()),
                List.of(),
                List.of(DependencyRow.added(dependency(pair))));
    }

    static void requireNoGroup(Task task) {
        if (task.group()) {
            throw new ProjectException("project.error.edge-group");
        }
    }

    GraphEdit connectAll(UUID projectId, List<TaskPair> pairs) {
        DependencyAdmission admission = DependencyAdmission.of(
                pairs.stream().map(DependencyPlanner::dependency).toList(),
                rows.tasks(projectId, ends(pairs)),
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
