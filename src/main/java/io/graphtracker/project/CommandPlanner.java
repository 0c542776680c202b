package io.graphtracker.project;

import io.graphtracker.project.GraphCommand.AddComment;
import io.graphtracker.project.GraphCommand.AddTask;
import io.graphtracker.project.GraphCommand.ArrangeTasks;
import io.graphtracker.project.GraphCommand.Collapse;
import io.graphtracker.project.GraphCommand.Connect;
import io.graphtracker.project.GraphCommand.ConnectAll;
import io.graphtracker.project.GraphCommand.DeleteComment;
import io.graphtracker.project.GraphCommand.DeleteTasks;
import io.graphtracker.project.GraphCommand.Disconnect;
import io.graphtracker.project.GraphCommand.EditTask;
import io.graphtracker.project.GraphCommand.ImportPlan;
import io.graphtracker.project.GraphCommand.MakeGroup;
import io.graphtracker.project.GraphCommand.MoveIntoGroup;
import io.graphtracker.project.GraphCommand.MoveTasks;
import io.graphtracker.project.GraphCommand.PutIntoGroup;
import io.graphtracker.project.GraphCommand.Ungroup;
import io.graphtracker.project.GraphEdit.CommentRow;
import io.graphtracker.project.GraphEdit.DependencyRow;
import io.graphtracker.project.GraphEdit.TaskRow;
import io.graphtracker.project.GraphRows.TasksWithComments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what a command changes, by the rules of a project, from what is stored. The project must be locked, see
 * {@link ProjectRepository#advance}.
 */
@Component
class CommandPlanner {

    private final GraphRows rows;
    private final DependencyPlanner dependencies;
    private final GroupPlanner groups;
    private final CommentPlanner comments;
    private final ImportPlanner imports;

    CommandPlanner(
            GraphRows rows,
            DependencyPlanner dependencies,
            GroupPlanner groups,
            CommentPlanner comments,
            ImportPlanner imports) {
        this.rows = rows;
        this.dependencies = dependencies;
        this.groups = groups;
        this.comments = comments;
        this.imports = imports;
    }

    /**
     * Plans a command; the result may be empty.
     *
     * @throws ProjectException if the rules of a project refuse it
     */
    GraphEdit plan(UUID projectId, GraphCommand command) {
        return switch (command) {
            case AddTask add -> add(projectId, add);
            case EditTask edit -> edit(projectId, edit);
            case MoveTasks(Map<UUID, Position> positions) -> move(projectId, positions);
            case ArrangeTasks(Map<UUID, Position> positions) ->
                place(projectId, positions, moved -> ChangeLabel.of("change.arrange", countTasks(moved)));
            case PutIntoGroup put -> groups.put(projectId, put);
            case MoveIntoGroup(Map<UUID, Position> positions, PutIntoGroup put) ->
                regroup(projectId, groups.put(projectId, put), positions);
            case MakeGroup make -> groups.make(projectId, make);
            case Ungroup(Set<UUID> groupIds) -> ungroup(projectId, groupIds);
            case Collapse(Set<UUID> groupIds, boolean collapsed) -> groups.collapse(projectId, groupIds, collapsed);
            case DeleteTasks(Set<UUID> taskIds) -> delete(projectId, taskIds);
            case Connect(UUID sourceId, UUID targetId) ->
                dependencies.connect(projectId, new TaskPair(sourceId, targetId));
            case ConnectAll(List<TaskPair> pairs) -> dependencies.connectAll(projectId, pairs);
            case AddComment add -> comments.add(projectId, add);
            case DeleteComment delete -> comments.delete(projectId, delete);
            case Disconnect(Set<UUID> ids) -> dependencies.disconnect(projectId, ids);
            case ImportPlan plan -> imports.plan(projectId, plan);
        };
    }

    private GraphEdit add(UUID projectId, AddTask add) {
        String title = Rules.title(add.title());
        UUID afterId = add.afterId();
        Map<UUID, Task> present = rows.tasks(projectId, nonNull(add.groupId(), afterId));
        UUID groupId = add.groupId();
        if (groupId != null && !get(present, groupId).group()) {
            throw new ProjectException("project.error.not-a-group");
        }
        if (afterId != null) {
            Task after = get(present, afterId);
            groupId = groupId == null ? after.parentId() : groupId;
        }
        UUID id = RowIds.next();
        List<Dependency> connections =
                afterId == null ? List.of() : List.of(new Dependency(RowIds.next(), afterId, id));
        TaskDetails details = new TaskDetails(title, "", TaskStatus.PLANNED, null);
        Task task = new Task(id, groupId, false, details, add.position(), false, 0);
        if (afterId != null && !Objects.equals(groupId, get(present, afterId).parentId())) {
            // in the group of the other task, which is usual, it cannot close a cycle
            groups.requireNoCycle(projectId, List.of(TaskRow.added(task)), connections);
        }
        return GraphEdit.of(
                ChangeLabel.of("change.add-task", title),
                List.of(TaskRow.added(task)),
                connections.stream().map(DependencyRow::added).toList());
    }

    private static Set<UUID> nonNull(@Nullable UUID... ids) {
        return Stream.of(ids).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
    }

    private GraphEdit edit(UUID projectId, EditTask edit) {
        TaskDetails wanted = Rules.details(edit.wanted());
        Task before = get(rows.tasks(projectId, Set.of(edit.taskId())), edit.taskId());
        Task shown = before.with(edit.shown());
        Task asked = before.with(wanted);
        Task after = before;
        List<FieldConflict> conflicts = new ArrayList<>();
        for (TaskField field : TaskField.differing(shown, asked)) {
            Object current = field.of(before);
            Object value = field.of(asked);
            if (Objects.equals(current, field.of(shown))) {
                after = after.with(field, value);
            } else if (!Objects.equals(current, value)) {
                conflicts.add(new FieldConflict(before.id(), before.title(), field, current, value));
            }
        }
        return new GraphEdit(
                ChangeLabel.of("change.edit-task", before.title()),
                changed(before, after),
                List.of(),
                conflicts,
                SkippedRows.NOTHING,
                List.of());
    }

    private GraphEdit move(UUID projectId, Map<UUID, Position> positions) {
        return place(projectId, positions, moved -> label("change.move-task", "change.move-tasks", moved));
    }

    /** @param put changes groups only */
    private GraphEdit regroup(UUID projectId, GraphEdit put, Map<UUID, Position> positions) {
        GraphEdit moved = move(projectId, positions);
        if (put.isEmpty()) {
            return moved;
        }
        Map<UUID, TaskRow> changes = new LinkedHashMap<>();
        moved.tasks().forEach(row -> changes.put(row.id(), row));
        put.tasks().forEach(row -> {
            Task after = Objects.requireNonNull(row.after());
            Position place = positions.getOrDefault(row.id(), after.position());
            changes.put(row.id(), new TaskRow(row.id(), row.before(), after.at(place)));
        });
        return new GraphEdit(
                put.label(), List.copyOf(changes.values()), List.of(), List.of(), moved.skipped(), List.of());
    }

    private GraphEdit place(UUID projectId, Map<UUID, Position> positions, Function<List<TaskRow>, ChangeLabel> label) {
        Map<UUID, Task> present = rows.tasks(projectId, positions.keySet());
        List<TaskRow> moved = new ArrayList<>();
        int gone = 0;
        for (Map.Entry<UUID, Position> entry : positions.entrySet()) {
            Task before = present.get(entry.getKey());
            if (before == null) {
                gone++;
            } else {
                moved.addAll(changed(before, before.at(entry.getValue())));
            }
        }
        if (gone > 0 && gone == positions.size()) {
            throw taskNotFound();
        }
        return new GraphEdit(
                label.apply(moved), moved, List.of(), List.of(), new SkippedRows(0, 0, 0, gone, 0), List.of());
    }

    private static long countTasks(List<TaskRow> rows) {
        return rows.stream()
                .map(TaskRow::after)
                .filter(task -> task != null && !task.group())
                .count();
    }

    private GraphEdit delete(UUID projectId, Set<UUID> ids) {
        TasksWithComments found = rows.tasksAndChildren(projectId, ids);
        Map<UUID, Task> present = found.tasks();
        List<Task> deleted =
                ids.stream().map(present::get).filter(Objects::nonNull).toList();
        ChangeLabel label = deleted.size() == 1
                ? ChangeLabel.of("change.delete-task", deleted.getFirst().title())
                : ChangeLabel.of("change.delete-tasks", deleted.size());
        return delete(projectId, ids, label, deleted, found);
    }

    private GraphEdit ungroup(UUID projectId, Set<UUID> ids) {
        TasksWithComments found = rows.tasksAndChildren(projectId, ids);
        Map<UUID, Task> present = found.tasks();
        List<Task> dissolved = ids.stream()
                .map(present::get)
                .filter(Objects::nonNull)
                .filter(Task::group)
                .toList();
        Set<UUID> groupIds = dissolved.stream().map(Task::id).collect(Collectors.toSet());
        ChangeLabel label = dissolved.size() == 1
                ? ChangeLabel.of("change.ungroup", dissolved.getFirst().title())
                : ChangeLabel.of("change.ungroup-all", dissolved.size());
        return delete(projectId, groupIds, label, dissolved, found);
    }

    /** @param found at least the deleted ones, and what lies directly in them */
    private GraphEdit delete(
            UUID projectId, Set<UUID> ids, ChangeLabel label, List<Task> deleted, TasksWithComments found) {
        Map<UUID, Task> present = found.tasks();
        List<TaskRow> changes = new ArrayList<>();
        for (Task task : present.values()) {
            UUID parentId = task.parentId();
            if (ids.contains(task.id())) {
                changes.add(TaskRow.removed(task));
            } else if (parentId != null && ids.contains(parentId)) {
                UUID around = Groups.firstAround(task, present, ids);
                changes.add(TaskRow.changed(task, task.with(TaskField.GROUP, around)));
            }
        }
        if (deleted.isEmpty()) {
            return GraphEdit.of(label, List.of(), List.of());
        }
        List<Dependency> remaining = new ArrayList<>();
        List<Dependency> removed = new ArrayList<>();
        for (Dependency dependency : rows.dependencies(projectId)) {
            boolean loose = ids.contains(dependency.sourceId()) || ids.contains(dependency.targetId());
            (loose ? removed : remaining).add(dependency);
        }
        return new GraphEdit(
                label,
                changes,
                removed.stream().map(DependencyRow::removed).toList(),
                List.of(),
                SkippedRows.NOTHING,
                Reconnections.of(ids, removed, remaining, present.values()),
                found.comments().stream().map(CommentRow::removed).toList());
    }

    static ChangeLabel label(String oneKey, String manyKey, List<TaskRow> changes) {
        return changes.size() == 1
                ? ChangeLabel.of(
                        oneKey,
                        Objects.requireNonNull(changes.getFirst().after()).title())
                : ChangeLabel.of(manyKey, changes.size());
    }

    static List<TaskRow> changed(Task before, Task after) {
        return before.equals(after) ? List.of() : List.of(TaskRow.changed(before, after));
    }

    static Task get(Map<UUID, Task> tasks, UUID id) {
        Task task = tasks.get(id);
        if (task == null) {
            throw taskNotFound();
        }
        return task;
    }

    private static ProjectException taskNotFound() {
        return new ProjectException("project.error.node-not-found");
    }
}
