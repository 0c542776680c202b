package io.graphtracker.project.exchange;

import io.graphtracker.project.exchange.Finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Takes what a format reads, and holds the limits meanwhile. A format reports here what it changes or leaves out; what
 * all formats have in common is checked at the end.
 */
public final class PlanBuilder {

    /** How often progress is reported, in tasks. */
    private static final int STEP = 500;

    private final PlanFile file;
    private final PlanLimits limits;
    private final BooleanSupplier cancelled;
    private final Consumer<Integer> progress;
    private final Findings findings = new Findings();
    private final Map<String, TaskDraft> tasks = new LinkedHashMap<>();
    private final List<DependencyDraft> dependencies = new ArrayList<>();
    private String name;
    private boolean groupsAreSums;

    /** A dependency as it is in the file. */
    record DependencyDraft(String from, String to, Place place) {}

    /**
     * @param cancelled asked regularly
     * @param progress is told regularly how many tasks have been read
     */
    PlanBuilder(PlanFile file, PlanLimits limits, BooleanSupplier cancelled, Consumer<Integer> progress) {
        this.file = file;
        this.limits = limits;
        this.cancelled = cancelled;
        this.progress = progress;
        this.name = file.baseName();
    }

    public PlanLimits limits() {
        return limits;
    }

    /** Sets what the plan is called; otherwise, it is called like the file. */
    public void name(String planName) {
        if (!planName.isBlank()) {
            name = planName;
        }
    }

    /**
     * Adds a task.
     *
     * @throws PlanException if there is one with this key, or there are too many
     */
    public TaskDraft add(String key, Place place) {
        if (tasks.containsKey(key)) {
            throw new PlanException(place, "import.problem.duplicate-key", key);
        }
        return find(key, place);
    }

    /**
     * The task with a key, which is added if there is none.
     *
     * @throws PlanException if there are too many
     */
    public TaskDraft find(String key, Place place) {
        TaskDraft present = tasks.get(key);
        if (present != null) {
            return present;
        }
        if (tasks.size() == limits.tasks()) {
            throw new PlanException(place, "import.problem.too-many-tasks", limits.tasks());
        }
        pause(tasks.size());
        TaskDraft added = new TaskDraft(key, place);
        tasks.put(key, added);
        return added;
    }

    /** The task with a key. */
    public Optional<TaskDraft> get(String key) {
        return Optional.ofNullable(tasks.get(key));
    }

    /** All tasks so far. */
    public Collection<TaskDraft> tasks() {
        return tasks.values();
    }

    /**
     * Adds a dependency. Its tasks may come later in the file.
     *
     * @throws PlanException if there are too many
     */
    public void depend(String from, String to, Place place) {
        if (dependencies.size() == limits.dependencies()) {
            throw new PlanException(place, "import.problem.too-many-dependencies", limits.dependencies());
        }
        dependencies.add(new DependencyDraft(from, to, place));
    }

    /** Says that hours and status of groups are sums of their tasks, which are not imported. */
    public void groupsAreSums() {
        groupsAreSums = true;
    }

    /** Reports something that will be different from the file. */
    public void changed(Place place, String task, String messageKey, Object... arguments) {
        findings.add(Severity.CHANGED, place, task, messageKey, arguments);
    }

    /** Reports something that will be missing. */
    public void dropped(Place place, String task, String messageKey, Object... arguments) {
        findings.add(Severity.DROPPED, place, task, messageKey, arguments);
    }

    /**
     * Requires that something is not nested too deep.
     *
     * @throws PlanException if it is
     */
    public void requireDepth(int depth, Place place) {
        if (depth > limits.depth()) {
            throw new PlanException(place, "import.problem.too-deep", limits.depth());
        }
    }

    /**
     * To be called where reading can take long without adding tasks.
     *
     * @throws CancellationException if nobody waits any more
     */
    public void pause(int tasksRead) {
        if (tasksRead % STEP == 0) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            progress.accept(tasksRead);
        }
    }

    /**
     * Checks what all formats have in common.
     *
     * @throws PlanException if nothing can be imported
     */
    ReadPlan finish(String format) {
        PlanChecks checks = new PlanChecks(tasks, dependencies, this);
        PlanDocument document = checks.document(name, groupsAreSums);
        if (document.tasks().isEmpty()) {
            throw new PlanException(Place.NONE, "import.problem.no-tasks");
        }
        return new ReadPlan(
                file.name(),
                format,
                document,
                findings.kept(),
                findings.count(),
                dependencies.size() - document.dependencies().size(),
                checks.cycles());
    }
}
