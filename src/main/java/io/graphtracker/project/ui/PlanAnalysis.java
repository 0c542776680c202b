package io.graphtracker.project.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import io.graphtracker.project.CriticalPath;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.PlannedWork;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.TaskPath;
import io.graphtracker.project.WorkPlan;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an open page works out of the whole plan while it is shown: the critical path with the slack of all tasks, or the
 * path of one task. The plan is read when it is shown, follows the patches, and is forgotten when it is no longer shown.
 */
class PlanAnalysis {

    private final Supplier<WorkPlan> reader;
    private final Runnable highlightChanged;
    private final ValueSignal<Boolean> criticalPathShown = new ValueSignal<>(false);
    private final ValueSignal<Boolean> taskPathShown = new ValueSignal<>(false);
    private @Nullable WorkPlan plan;
    private @Nullable CriticalPath criticalPath;
    private @Nullable TaskPath taskPath;

    /**
     * @param reader reads the plan; may refuse that with a {@link ProjectException}
     * @param highlightChanged is told that another path is shown, or none
     */
    PlanAnalysis(Supplier<WorkPlan> reader, Runnable highlightChanged) {
        this.reader = reader;
        this.highlightChanged = highlightChanged;
    }

    /** The critical path of the plan, as long as any path is shown. */
    Optional<CriticalPath> criticalPath() {
        return Optional.ofNullable(criticalPath);
    }

    /** The path of one task, if it is shown instead of the critical path. */
    Optional<TaskPath> taskPath() {
        return Optional.ofNullable(taskPath);
    }

    /** A task or a group of the plan, if it exists and a path is shown. */
    Optional<PlannedWork> find(UUID id) {
        return Optional.ofNullable(plan).flatMap(current -> current.find(id));
    }

    /** Its title; empty if it does not exist. */
    String title(UUID id) {
        return find(id).map(PlannedWork::title).orElse("");
    }

    /** Whether the critical path is shown, and no path of one task. */
    Signal<Boolean> criticalPathShown() {
        return criticalPathShown.asReadonly();
    }

    /** Whether the path of one task is shown. */
    Signal<Boolean> taskPathShown() {
        return taskPathShown.asReadonly();
    }

    /** @throws ProjectException if the plan cannot be read, or its dependencies form a cycle; no path is shown then */
    void showCriticalPath() {
        show(null);
    }

    /**
     * Shows the longest chain of remaining work through a task; none if the task no longer exists.
     *
     * @throws ProjectException as {@link #showCriticalPath} does
     */
    void showPathOf(UUID taskId) {
        show(taskId);
    }

    void hide() {
        plan = null;
        criticalPath = null;
        taskPath = null;
        tell();
    }

    /** Brings what is shown to what it is after a change of the plan. */
    void changed(GraphPatch patch) {
        if (plan != null) {
            plan.apply(patch);
            show(Optional.ofNullable(taskPath).map(TaskPath::taskId).orElse(null));
        }
    }

    /** Reads the plan again, if anything is shown. */
    void reread() {
        if (plan != null) {
            plan = null;
            show(Optional.ofNullable(taskPath).map(TaskPath::taskId).orElse(null));
        }
    }

    private void show(@Nullable UUID taskId) {
        WorkPlan before = plan;
        plan = null;
        criticalPath = null;
        taskPath = null;
        try {
            WorkPlan current = before == null ? reader.get() : before;
            Optional<TaskPath> path = Optional.ofNullable(taskId).flatMap(current::pathOf);
            if (taskId == null || path.isPresent()) {
                criticalPath = current.criticalPath();
                taskPath = path.orElse(null);
                plan = current;
            }
        } finally {
            tell();
        }
    }

    private void tell() {
        criticalPathShown.set(criticalPath != null && taskPath == null);
        taskPathShown.set(taskPath != null);
        highlightChanged.run();
    }
}
