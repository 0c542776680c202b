package io.graphtracker.project.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import io.graphtracker.project.CriticalPath;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.NextTasks;
import io.graphtracker.project.PlannedWork;
import io.graphtracker.project.ProjectException;
import io.graphtracker.project.TaskPath;
import io.graphtracker.project.WorkPlan;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an open page works out of the whole plan while it is shown: the critical path with the slack of all tasks, or the
 * path of one task, and what can be done next. The plan is read when any of it is shown, follows the patches, and is
 * forgotten when nothing is shown any more.
 *
 * @see "docs/decisions/2026-12-01-a-page-keeps-the-plan-it-analyses.md"
 */
class PlanAnalysis {

    /** A path to highlight: the critical one, or that of a task. */
    private record Highlighted(@Nullable UUID taskId) {}

    private final Supplier<WorkPlan> reader;
    private final Runnable highlightChanged;
    private final Runnable nextChanged;
    private final ValueSignal<Boolean> criticalPathShown = new ValueSignal<>(false);
    private final ValueSignal<Boolean> taskPathShown = new ValueSignal<>(false);
    private @Nullable Highlighted highlighted;
    private boolean nextShown;
    private @Nullable WorkPlan plan;
    private @Nullable CriticalPath criticalPath;
    private @Nullable TaskPath taskPath;
    private @Nullable NextTasks next;

    /**
     * @param reader reads the plan; may refuse that with a {@link ProjectException}
     * @param highlightChanged is told that another path is shown, or none
     * @param nextChanged is told that something else can be done next, or that this is no longer shown
     */
    PlanAnalysis(Supplier<WorkPlan> reader, Runnable highlightChanged, Runnable nextChanged) {
        this.reader = reader;
        this.highlightChanged = highlightChanged;
        this.nextChanged = nextChanged;
    }

    /** The critical path of the plan, as long as any path is shown. */
    Optional<CriticalPath> criticalPath() {
        return Optional.ofNullable(highlighted).map(path -> criticalPath);
    }

    /** The path of one task, if it is shown instead of the critical path. */
    Optional<TaskPath> taskPath() {
        return Optional.ofNullable(taskPath);
    }

    /** The tasks of the path that is shown, from first to last. */
    List<UUID> chain() {
        return taskPath()
                .map(TaskPath::chain)
                .or(() -> criticalPath().map(CriticalPath::chain))
                .orElse(List.of());
    }

    /** How many minutes of work are left in a task or a group, if it exists and anything is shown. */
    Optional<Long> remainingMinutes(UUID id) {
        return Optional.ofNullable(plan).flatMap(current -> current.remainingMinutes(id));
    }

    /** What can be done next, if that is shown. */
    Optional<NextTasks> next() {
        return Optional.ofNullable(next);
    }

    /** How many minutes of slack a task has; nothing for a group, or if nothing is shown. */
    Optional<Long> slack(UUID taskId) {
        return Optional.ofNullable(criticalPath)
                .map(path -> path.times().get(taskId))
                .map(CriticalPath.Times::slack);
    }

    /** Whether a task is critical, also if no path is shown. */
    boolean isCritical(UUID taskId) {
        return Optional.ofNullable(criticalPath)
                .filter(path -> path.taskIds().contains(taskId))
                .isPresent();
    }

    /** The tasks that have to be done before a task or a group can begin; none if nothing is shown. */
    List<UUID> blockers(UUID id) {
        return plan == null ? List.of() : plan.blockers(id);
    }

    /** A task or a group of the plan, if it exists and anything is shown. */
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

    /**
     * @throws ProjectException if the plan cannot be read, or its dependencies form a cycle; nothing is shown then
     */
    void showCriticalPath() {
        highlight(new Highlighted(null));
    }

    /**
     * Shows the longest chain of remaining work through a task; no path if the task no longer exists.
     *
     * @throws ProjectException as {@link #showCriticalPath} does
     */
    void showPathOf(UUID taskId) {
        highlight(new Highlighted(taskId));
    }

    void hidePath() {
        highlight(null);
    }

    private void highlight(@Nullable Highlighted path) {
        highlighted = path;
        workOut(this::tellHighlight);
    }

    /** @throws ProjectException as {@link #showCriticalPath} does */
    void showNext(boolean shown) {
        nextShown = shown;
        workOut(nextChanged);
    }

    /** Brings what is shown to what it is after a change of the plan. */
    void changed(GraphPatch patch) {
        if (plan != null) {
            plan.apply(patch);
            workOutAll();
        }
    }

    /** Reads the plan again, if anything is shown. */
    void reread() {
        if (plan != null) {
            plan = null;
            workOutAll();
        }
    }

    private void workOutAll() {
        boolean wasHighlighted = highlighted != null;
        boolean wasNext = nextShown;
        workOut(() -> {
            if (wasHighlighted) {
                tellHighlight();
            }
            if (wasNext) {
                nextChanged.run();
            }
        });
    }

    private void workOut(Runnable tell) {
        WorkPlan current = plan;
        plan = null;
        criticalPath = null;
        taskPath = null;
        next = null;
        boolean done = false;
        try {
            if (highlighted != null || nextShown) {
                workOut(current == null ? reader.get() : current);
            }
            done = true;
        } finally {
            if (done) {
                tell.run();
            } else {
                fail();
            }
        }
    }

    private void workOut(WorkPlan current) {
        if (highlighted != null && highlighted.taskId() != null) {
            taskPath = current.pathOf(highlighted.taskId()).orElse(null);
            highlighted = taskPath == null ? null : highlighted;
        }
        criticalPath = current.criticalPath();
        next = nextShown ? current.next() : null;
        plan = highlighted != null || nextShown ? current : null;
    }

    private void fail() {
        highlighted = null;
        nextShown = false;
        criticalPath = null;
        taskPath = null;
        tellHighlight();
        nextChanged.run();
    }

    private void tellHighlight() {
        criticalPathShown.set(highlighted != null && taskPath == null);
        taskPathShown.set(taskPath != null);
        highlightChanged.run();
    }
}
