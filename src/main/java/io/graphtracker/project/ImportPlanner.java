package io.graphtracker.project;

import io.graphtracker.project.GraphCommand.ImportPlan;
import io.graphtracker.project.GraphEdit.DependencyRow;
import io.graphtracker.project.GraphEdit.TaskRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works out what an import changes: all of it is new. */
@Component
class ImportPlanner {

    /** Between what is there and what comes, in pixels at zoom 1. */
    private static final double GAP = 160;

    private final GraphRows rows;

    ImportPlanner(GraphRows rows) {
        this.rows = rows;
    }

    /**
     * @throws ProjectException if a text or a number is beyond the limits of a project
     * @throws IllegalArgumentException if a task lies in something that is no group of the plan, or in itself
     */
    GraphEdit plan(UUID projectId, ImportPlan plan) {
        Map<UUID, Task> tasks = DependencyPlanner.byId(plan.tasks());
        requireGroups(tasks);
        Position shift = shift(projectId, plan.tasks());
        List<TaskRow> added = tasks.values().stream()
                .map(task -> task.with(Rules.details(task.details())).at(moved(task.position(), shift)))
                .map(TaskRow::added)
                .toList();
        Set<TaskPair> pairs = new HashSet<>();
        List<Dependency> different = plan.dependencies().stream()
                .filter(dependency ->
                        tasks.containsKey(dependency.sourceId()) && tasks.containsKey(dependency.targetId()))
                .filter(dependency -> pairs.add(dependency.pair()))
                .toList();
        DependencyCycles cycles = DependencyCycles.of(tasks.values(), different);
        long withoutGroups =
                tasks.values().stream().filter(task -> !task.group()).count();
        return new GraphEdit(
                ChangeLabel.of(
                        "change.import-plan",
                        plan.source(),
                        withoutGroups,
                        cycles.kept().size()),
                added,
                cycles.kept().stream().map(DependencyRow::added).toList(),
                List.of(),
                new SkippedRows(0, 0, cycles.dropped().size(), 0, 0),
                List.of());
    }

    private static void requireGroups(Map<UUID, Task> tasks) {
        for (Task task : tasks.values()) {
            Task parent = task.parentId() == null ? null : tasks.get(task.parentId());
            boolean wrong = task.parentId() != null && (parent == null || !parent.group());
            if (wrong || Groups.around(task, tasks).contains(task.id())) {
                throw new IllegalArgumentException("A task can lie in a group of its plan only: " + task.id());
            }
        }
    }

    /** How far the plan moves, so that it lies below what is there. */
    private Position shift(UUID projectId, List<Task> tasks) {
        double left =
                tasks.stream().mapToDouble(task -> task.position().x()).min().orElse(0);
        double top =
                tasks.stream().mapToDouble(task -> task.position().y()).min().orElse(0);
        return rows.bottomLeft(projectId)
                .map(corner -> new Position(corner.x() - left, corner.y() + GAP - top))
                .orElse(new Position(0, 0));
    }

    private static Position moved(Position position, Position shift) {
        return new Position(position.x() + shift.x(), position.y() + shift.y());
    }
}
