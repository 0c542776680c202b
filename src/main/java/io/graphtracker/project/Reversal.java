package io.graphtracker.project;

import io.graphtracker.project.GraphEdit.CommentRow;
import io.graphtracker.project.GraphEdit.DependencyRow;
import io.graphtracker.project.GraphEdit.TaskRow;
import io.graphtracker.project.StoredRow.TaskFields;
import io.graphtracker.project.StoredRow.WholeComment;
import io.graphtracker.project.StoredRow.WholeDependency;
import io.graphtracker.project.StoredRow.WholeTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the rows of a change as far as nobody has changed them since: a field only if it still has the value that the
 * change gave it, an added task only if others have neither changed, connected nor commented on it, a removed dependency only if the
 * rules still allow it.
 *
 * @see "docs/decisions/2026-11-30-changes-and-undo.md"
 */
final class Reversal {

    private final ChangeLabel label;
    private final Map<UUID, Task> stored;
    private final List<Dependency> storedDependencies;
    /** The tasks as they will be. */
    private final Map<UUID, Task> tasks;

    private final List<FieldConflict> conflicts = new ArrayList<>();
    private final List<Comment> storedComments;
    private final Set<UUID> kept = new HashSet<>();
    private int goneTasks;

    private Reversal(
            ChangeLabel label,
            Map<UUID, Task> stored,
            List<Dependency> storedDependencies,
            List<Comment> storedComments) {
        this.label = label;
        this.storedComments = storedComments;
        this.stored = stored;
        this.storedDependencies = storedDependencies;
        this.tasks = new HashMap<>(stored);
    }

    /**
     * Plans the undo.
     *
     * @param label of what is undone
     * @param rows of the change
     * @param tasks at least the tasks that the rows name; if it {@linkplain #needsGraph needs the graph}, all of the
     *     project
     * @param dependencies all dependencies of the project, or none if it does not need the graph
     * @param comments at least those of {@link #commentedTaskIds}
     */
    static GraphEdit of(
            ChangeLabel label,
            List<StoredRow> rows,
            Map<UUID, Task> tasks,
            List<Dependency> dependencies,
            List<Comment> comments) {
        return new Reversal(label, tasks, dependencies, comments).plan(rows);
    }

    /** Whether undoing rows depends on which tasks are connected, or lie in which groups. */
    static boolean needsGraph(List<StoredRow> rows) {
        return rows.stream().anyMatch(row -> switch (row) {
            case WholeTask task -> true;
            case WholeDependency dependency -> true;
            case WholeComment comment -> false;
            case TaskFields fields -> fields.before().containsKey(TaskField.GROUP);
        });
    }

    /** The tasks that rows name. */
    static Set<UUID> taskIds(List<StoredRow> rows) {
        Set<UUID> ids = new HashSet<>();
        for (StoredRow row : rows) {
            switch (row) {
                case WholeTask(Task task, boolean added) -> ids.add(task.id());
                case TaskFields fields -> ids.add(fields.taskId());
                case WholeDependency(Dependency dependency, boolean added) -> {
                    ids.add(dependency.sourceId());
                    ids.add(dependency.targetId());
                }
                case WholeComment(Comment comment, boolean added) -> ids.add(comment.taskId());
            }
        }
        return ids;
    }

    /** The tasks whose comments matter: those that were added may have got some since, which would go with them. */
    static Set<UUID> commentedTaskIds(List<StoredRow> rows) {
        Set<UUID> ids = new HashSet<>();
        only(WholeComment.class, rows).forEach(row -> ids.add(row.comment().taskId()));
        only(WholeTask.class, rows).stream()
                .filter(WholeTask::added)
                .forEach(row -> ids.add(row.task().id()));
        return ids;
    }

    private GraphEdit plan(List<StoredRow> rows) {
        List<Task> removed = new ArrayList<>();
        List<Task> added = new ArrayList<>();
        for (WholeTask row : only(WholeTask.class, rows)) {
            (row.added() ? added : removed).add(row.task());
        }
        List<WholeDependency> connections = only(WholeDependency.class, rows);
        removed.forEach(task -> tasks.putIfAbsent(task.id(), task));
        removed.forEach(task -> tasks.computeIfPresent(task.id(), (id, restored) -> inGroup(restored)));
        only(TaskFields.class, rows).forEach(this::restore);
        keepGroupsIfTheyCloseACycle();
        keepWhatOthersUse(added, connections);
        Set<UUID> gone = ids(added);
        gone.removeAll(kept);
        tasks.keySet().removeAll(gone);
        List<Dependency> loose = loose(gone, connections);
        DependencyAdmission admission = admit(connections, loose);
        List<DependencyRow> dependencyRows =
                new ArrayList<>(loose.stream().map(DependencyRow::removed).toList());
        dependencyRows.addAll(admission.added());
        SkippedRows skipped = admission.skipped().withTasks(goneTasks, kept.size());
        List<CommentRow> comments = commentRows(only(WholeComment.class, rows));
        return new GraphEdit(label, taskRows(), dependencyRows, conflicts, skipped, List.of(), comments);
    }

    private List<CommentRow> commentRows(List<WholeComment> rows) {
        Set<Comment> present = Set.copyOf(storedComments);
        List<CommentRow> changes = new ArrayList<>();
        for (WholeComment row : rows) {
            Comment comment = row.comment();
            if (row.added() && present.contains(comment)) {
                changes.add(CommentRow.removed(comment));
            } else if (!row.added() && !present.contains(comment) && tasks.containsKey(comment.taskId())) {
                changes.add(CommentRow.added(comment));
            }
        }
        return changes;
    }

    private static <T> List<T> only(Class<T> type, List<StoredRow> rows) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Set<UUID> ids(List<Task> some) {
        return some.stream().map(Task::id).collect(Collectors.toCollection(HashSet::new));
    }

    /** A restored task in its former group, or in none if that no longer exists. */
    private Task inGroup(Task restored) {
        return canContain(restored.parentId(), restored.id()) ? restored : restored.with(TaskField.GROUP, null);
    }

    private boolean canContain(@Nullable UUID groupId, UUID taskId) {
        Task group = groupId == null ? null : tasks.get(groupId);
        return groupId == null || group != null && group.group() && !Groups.lies(groupId, taskId, tasks);
    }

    private void restore(TaskFields row) {
        Task task = tasks.get(row.taskId());
        if (task == null) {
            goneTasks++;
            return;
        }
        for (TaskField field : row.before().keySet()) {
            Object current = field.of(task);
            Object wanted = row.before().get(field);
            boolean possible = field != TaskField.GROUP || canContain((UUID) wanted, task.id());
            if (possible && Objects.equals(current, row.after().get(field))) {
                task = task.with(field, wanted);
            } else if (!Objects.equals(current, wanted)) {
                conflicts.add(new FieldConflict(task.id(), task.title(), field, current, wanted));
            }
        }
        tasks.put(task.id(), task);
    }

    /** What lies in a group with dependencies has them, too; others may have connected tasks meanwhile. */
    private void keepGroupsIfTheyCloseACycle() {
        List<Dependency> possible = storedDependencies.stream()
                .filter(dependency ->
                        tasks.containsKey(dependency.sourceId()) && tasks.containsKey(dependency.targetId()))
                .toList();
        if (new DependencyPaths(tasks.values(), possible).isAcyclic()) {
            return;
        }
        for (Task task : List.copyOf(tasks.values())) {
            Task before = stored.get(task.id());
            if (before != null && !Objects.equals(before.parentId(), task.parentId())) {
                conflicts.add(new FieldConflict(
                        task.id(), task.title(), TaskField.GROUP, before.parentId(), task.parentId()));
                tasks.put(task.id(), task.with(TaskField.GROUP, before.parentId()));
            }
        }
    }

    private void keepWhatOthersUse(List<Task> added, List<WholeDependency> connections) {
        Set<UUID> addedIds = ids(added);
        Set<UUID> used = new HashSet<>();
        Set<UUID> own = new HashSet<>();
        connections.forEach(row -> own.add(row.dependency().id()));
        for (Dependency dependency : storedDependencies) {
            if (!own.contains(dependency.id())) {
                used.add(dependency.sourceId());
                used.add(dependency.targetId());
            }
        }
        storedComments.forEach(comment -> used.add(comment.taskId()));
        for (Task task : tasks.values()) {
            if (task.parentId() != null && !addedIds.contains(task.id())) {
                used.add(task.parentId());
            }
        }
        for (Task task : added) {
            Task current = tasks.get(task.id());
            if (current != null && (used.contains(task.id()) || isChanged(task, current))) {
                keep(task.id(), addedIds);
            }
        }
    }

    private static boolean isChanged(Task then, Task now) {
        return TaskField.differing(then, now).stream().anyMatch(TaskField.DETAILS::contains);
    }

    /** What is kept stays in its group. */
    private void keep(UUID taskId, Set<UUID> addedIds) {
        UUID id = taskId;
        while (id != null && addedIds.contains(id) && kept.add(id)) {
            Task task = tasks.get(id);
            id = task == null ? null : task.parentId();
        }
    }

    /** The dependencies that go: those of tasks that go, and those that the change added between others. */
    private List<Dependency> loose(Set<UUID> gone, List<WholeDependency> connections) {
        Set<UUID> added = new HashSet<>();
        connections.stream()
                .filter(WholeDependency::added)
                .forEach(row -> added.add(row.dependency().id()));
        return storedDependencies.stream()
                .filter(dependency ->
                        touches(dependency, gone) || added.contains(dependency.id()) && !touches(dependency, kept))
                .toList();
    }

    private static boolean touches(Dependency dependency, Set<UUID> ids) {
        return ids.contains(dependency.sourceId()) || ids.contains(dependency.targetId());
    }

    private DependencyAdmission admit(List<WholeDependency> connections, List<Dependency> loose) {
        Set<Dependency> going = new HashSet<>(loose);
        List<Dependency> present = storedDependencies.stream()
                .filter(dependency -> !going.contains(dependency))
                .toList();
        Set<UUID> presentIds = new HashSet<>();
        present.forEach(dependency -> presentIds.add(dependency.id()));
        List<Dependency> wanted = connections.stream()
                .filter(row -> !row.added())
                .map(WholeDependency::dependency)
                .filter(dependency -> !presentIds.contains(dependency.id()))
                .toList();
        return DependencyAdmission.of(wanted, tasks, present);
    }

    private List<TaskRow> taskRows() {
        Set<UUID> ids = new HashSet<>(stored.keySet());
        ids.addAll(tasks.keySet());
        return ids.stream()
                .map(id -> new TaskRow(id, stored.get(id), tasks.get(id)))
                .filter(row -> !Objects.equals(row.before(), row.after()))
                .toList();
    }
}
