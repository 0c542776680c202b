package io.graphtracker.project;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a command, an undo or a redo is to change, before it is written.
 *
 * @param label what it does, for people
 * @param conflicts fields that are not written, because somebody else has changed them meanwhile
 * @param reconnections see {@link ChangeResult#reconnections}
 * @param comments those of deleted tasks, too
 */
record GraphEdit(
        ChangeLabel label,
        List<TaskRow> tasks,
        List<DependencyRow> dependencies,
        List<FieldConflict> conflicts,
        SkippedRows skipped,
        List<TaskPair> reconnections,
        List<CommentRow> comments) {

    GraphEdit(
            ChangeLabel label,
            List<TaskRow> tasks,
            List<DependencyRow> dependencies,
            List<FieldConflict> conflicts,
            SkippedRows skipped,
            List<TaskPair> reconnections) {
        this(label, tasks, dependencies, conflicts, skipped, reconnections, List.of());
    }

    /**
     * A task before and after; null where it does not exist.
     */
    record TaskRow(UUID id, @Nullable Task before, @Nullable Task after) {

        static TaskRow added(Task task) {
            return new TaskRow(task.id(), null, task);
        }

        static TaskRow changed(Task before, Task after) {
            return new TaskRow(after.id(), before, after);
        }

        static TaskRow removed(Task task) {
            return new TaskRow(task.id(), task, null);
        }

        /** The fields that differ; all of them if the task is added or removed. */
        Set<TaskField> fields() {
            return before == null || after == null
                    ? EnumSet.allOf(TaskField.class)
                    : TaskField.differing(before, after);
        }

        TaskRow inVersion(long revision) {
            boolean itself = !TaskField.LAYOUT.containsAll(fields());
            return after == null || !itself ? this : new TaskRow(id, before, after.inVersion(revision));
        }
    }

    /** A dependency before and after; null where it does not exist. */
    record DependencyRow(
            UUID id, @Nullable Dependency before, @Nullable Dependency after) {

        static DependencyRow added(Dependency dependency) {
            return new DependencyRow(dependency.id(), null, dependency);
        }

        static DependencyRow removed(Dependency dependency) {
            return new DependencyRow(dependency.id(), dependency, null);
        }
    }

    /** A comment before and after; null where it does not exist. */
    record CommentRow(
            UUID id,
            UUID taskId,
            @Nullable Comment before,
            @Nullable Comment after) {

        static CommentRow added(Comment comment) {
            return new CommentRow(comment.id(), comment.taskId(), null, comment);
        }

        static CommentRow removed(Comment comment) {
            return new CommentRow(comment.id(), comment.taskId(), comment, null);
        }
    }

    static GraphEdit of(ChangeLabel label, List<TaskRow> tasks, List<DependencyRow> dependencies) {
        return new GraphEdit(label, tasks, dependencies, List.of(), SkippedRows.NOTHING, List.of());
    }

    boolean isEmpty() {
        return tasks.isEmpty() && dependencies.isEmpty() && comments.isEmpty();
    }

    /** Whether it changes the plan, and not only where tasks are drawn. */
    boolean changesPlan() {
        return !dependencies.isEmpty()
                || !comments.isEmpty()
                || tasks.stream().anyMatch(row -> !TaskField.LAYOUT.containsAll(row.fields()));
    }

    /** The same with the revision that it leads to as the version of each task that changes itself. */
    GraphEdit inVersion(long revision) {
        return new GraphEdit(
                label,
                tasks.stream().map(row -> row.inVersion(revision)).toList(),
                dependencies,
                conflicts,
                skipped,
                reconnections,
                comments);
    }

    /** The same with other comments. */
    GraphEdit withComments(List<CommentRow> newComments) {
        return new GraphEdit(label, tasks, dependencies, conflicts, skipped, reconnections, newComments);
    }

    GraphPatch patch(long revision) {
        return new GraphPatch(
                revision - 1,
                revision,
                tasks.stream().map(TaskRow::after).filter(Objects::nonNull).toList(),
                dependencies.stream()
                        .map(DependencyRow::after)
                        .filter(Objects::nonNull)
                        .toList(),
                tasks.stream()
                        .filter(row -> row.after() == null)
                        .map(TaskRow::id)
                        .toList(),
                dependencies.stream()
                        .filter(row -> row.after() == null)
                        .map(DependencyRow::id)
                        .toList(),
                comments.stream().map(CommentRow::taskId).collect(Collectors.toSet()));
    }
}
