package io.graphtracker.project;

import io.graphtracker.project.GraphCommand.MakeGroup;
import io.graphtracker.project.GraphCommand.PutIntoGroup;
import io.graphtracker.project.GraphEdit.TaskRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works out what commands about groups change. */
@Component
class GroupPlanner {

    private final GraphRows rows;

    GroupPlanner(GraphRows rows) {
        this.rows = rows;
    }

    GraphEdit put(UUID projectId, PutIntoGroup put) {
        Map<UUID, Task> tasks = DependencyPlanner.byId(rows.tasks(projectId));
        UUID groupId = put.groupId();
        if (groupId != null && !CommandPlanner.get(tasks, groupId).group()) {
            throw new ProjectException("project.error.not-a-group");
        }
        List<TaskRow> moved = new ArrayList<>();
        for (Task before : present(Groups.outermost(put.taskIds(), tasks), tasks)) {
            if (Groups.lies(groupId, before.id(), tasks)) {
                throw new ProjectException("project.error.group-in-itself", before.title());
            }
            moved.addAll(CommandPlanner.changed(before, before.with(TaskField.GROUP, groupId)));
        }
        if (groupId == null) {
            // leaves dependencies behind, and gets no new ones
            return GraphEdit.of(CommandPlanner.label("change.take-task", "change.take-tasks", moved), moved, List.of());
        }
        requireNoCycle(projectId, tasks, moved, List.of());
        return GraphEdit.of(CommandPlanner.label("change.group-task", "change.group-tasks", moved), moved, List.of());
    }

    GraphEdit make(UUID projectId, MakeGroup make) {
        String title = Rules.title(make.title());
        Map<UUID, Task> before = DependencyPlanner.byId(rows.tasks(projectId));
        Map<UUID, Task> tasks = new LinkedHashMap<>(before);
        make.positions().forEach((id, place) -> tasks.computeIfPresent(id, (same, task) -> task.at(place)));
        List<Task> content = present(Groups.outermost(make.taskIds(), tasks), tasks);
        if (content.isEmpty()) {
            throw new ProjectException("project.error.nothing-to-group");
        }
        Task group = new Task(
                RowIds.next(),
                Groups.innermostAround(content, tasks),
                true,
                new TaskDetails(title, "", TaskStatus.PLANNED, null),
                middle(content),
                false,
                0);
        content.forEach(task -> tasks.put(task.id(), task.with(TaskField.GROUP, group.id())));
        List<TaskRow> changes = new ArrayList<>(List.of(TaskRow.added(group)));
        before.forEach((id, task) -> changes.addAll(CommandPlanner.changed(task, CommandPlanner.get(tasks, id))));
        requireNoCycle(projectId, before, changes, List.of());
        return GraphEdit.of(ChangeLabel.of("change.make-group", title), changes, List.of());
    }

    GraphEdit collapse(UUID projectId, Set<UUID> groupIds, boolean collapsed) {
        List<TaskRow> changes = present(groupIds, rows.tasks(projectId, groupIds)).stream()
                .filter(Task::group)
                .flatMap(group -> CommandPlanner.changed(group, group.with(TaskField.COLLAPSED, collapsed)).stream())
                .toList();
        return GraphEdit.of(
                collapsed
                        ? CommandPlanner.label("change.collapse", "change.collapse-all", changes)
                        : CommandPlanner.label("change.expand", "change.expand-all", changes),
                changes,
                List.of());
    }

    private static List<Task> present(Collection<UUID> ids, Map<UUID, Task> tasks) {
        return ids.stream().map(tasks::get).filter(Objects::nonNull).toList();
    }

    private static Position middle(List<Task> tasks) {
        return new Position(
                tasks.stream()
                        .mapToDouble(task -> task.position().x())
                        .average()
                        .orElse(0),
                tasks.stream()
                        .mapToDouble(task -> task.position().y())
                        .average()
                        .orElse(0));
    }

    /**
     * What lies in a group with dependencies has them, too, so another group can close a cycle.
     *
     * @param added dependencies
     * @throws ProjectException if it does
     */
    void requireNoCycle(UUID projectId, List<TaskRow> changes, List<Dependency> added) {
        requireNoCycle(projectId, DependencyPlanner.byId(rows.tasks(projectId)), changes, added);
    }

    private void requireNoCycle(UUID projectId, Map<UUID, Task> tasks, List<TaskRow> changes, List<Dependency> added) {
        Map<UUID, Task> changed = new HashMap<>(tasks);
        changes.forEach(row -> changed.put(row.id(), Objects.requireNonNull(row.after())));
        List<Dependency> dependencies = new ArrayList<>(rows.dependencies(projectId));
        dependencies.addAll(added);
        DependencyPlanner.requireNoCycle(changed, dependencies);
    }
}
