package io.graphtracker.project.ui;

import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Task;
import io.graphtracker.project.TaskFilter;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks an open page brings out, while all others are dimmed. The matching tasks are read when the filter changes,
 * and follow the patches, so that an edit costs no query.
 */
class PlanFilter {

    private final Function<TaskFilter, Set<UUID>> reader;
    private final Runnable changed;
    private final BiConsumer<Set<UUID>, Set<UUID>> matchesChanged;
    private TaskFilter filter = TaskFilter.NONE;
    /** Null without a filter. */
    private @Nullable Set<UUID> matching;

    /**
     * @param reader reads the tasks that match
     * @param changed is told that there is another filter, or that the matching tasks were read again
     * @param matchesChanged is told which tasks match since a change of the plan, and which no longer do
     */
    PlanFilter(
            Function<TaskFilter, Set<UUID>> reader, Runnable changed, BiConsumer<Set<UUID>, Set<UUID>> matchesChanged) {
        this.reader = reader;
        this.changed = changed;
        this.matchesChanged = matchesChanged;
    }

    /** The tasks that match; nothing if there is no filter. */
    Optional<Set<UUID>> matching() {
        return Optional.ofNullable(matching).map(Collections::unmodifiableSet);
    }

    /** Filters, or ends that by {@link TaskFilter#NONE}. */
    void set(TaskFilter wanted) {
        if (!wanted.equals(filter)) {
            read(wanted);
        }
    }

    /** Reads the matching tasks again. */
    void reread() {
        if (!filter.isEmpty()) {
            read(filter);
        }
    }

    /** Brings the matching tasks to what they are after a change of the plan. */
    void changed(GraphPatch patch) {
        Set<UUID> known = matching;
        if (known == null) {
            return;
        }
        Set<UUID> added = new HashSet<>();
        Set<UUID> gone = new HashSet<>(patch.removedTasks());
        for (Task task : patch.tasks()) {
            (filter.matches(task) ? added : gone).add(task.id());
        }
        added.removeAll(known);
        gone.retainAll(known);
        if (!added.isEmpty() || !gone.isEmpty()) {
            known.addAll(added);
            known.removeAll(gone);
            matchesChanged.accept(added, gone);
        }
    }

    private void read(TaskFilter wanted) {
        // which may fail: then the filter stays as it was
        matching = wanted.isEmpty() ? null : new HashSet<>(reader.apply(wanted));
        filter = wanted;
        changed.run();
    }
}
