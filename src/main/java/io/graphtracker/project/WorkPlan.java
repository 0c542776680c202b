package io.graphtracker.project;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do in a project, and in which order, kept by a page while it shows something that depends on all of
 * it. It is read once and follows the patches from then on, so that a change costs no query.
 *
 * <p>All results are deterministic, because tasks and dependencies are kept in the order of their creation.
 *
 * @see "docs/decisions/2026-12-01-a-page-keeps-the-plan-it-analyses.md"
 */
public final class WorkPlan {

    private Map<UUID, PlannedWork> work;
    private Map<UUID, Dependency> dependencies;
    /** Of the plan as it is now; null until it is needed. */
    private @Nullable WorkNetwork network;

    WorkPlan(ProjectGraph graph) {
        work = byId(graph.tasks().stream().map(PlannedWork::of), PlannedWork::id);
        dependencies = byId(graph.dependencies().stream(), Dependency::id);
    }

    /** Brings the plan to what it is after a change. Applying a patch twice does no harm. */
    public void apply(GraphPatch patch) {
        boolean added =
                !work.keySet().containsAll(patch.tasks().stream().map(Task::id).toList())
                        || !dependencies
                                .keySet()
                                .containsAll(patch.dependencies().stream()
                                        .map(Dependency::id)
                                        .toList());
        patch.tasks().forEach(task -> work.put(task.id(), PlannedWork.of(task)));
        patch.removedTasks().forEach(work::remove);
        patch.dependencies().forEach(dependency -> dependencies.put(dependency.id(), dependency));
        patch.removedDependencies().forEach(dependencies::remove);
        // those of removed tasks go with them, whether the patch names them or not
        dependencies
                .values()
                .removeIf(dependency ->
                        !work.containsKey(dependency.sourceId()) || !work.containsKey(dependency.targetId()));
        if (added) {
            // what an undo restores is older than others
            work = inOrder(work.values().stream(), PlannedWork::id);
            dependencies = inOrder(dependencies.values().stream(), Dependency::id);
        }
        network = null;
    }

    /** A task or a group, if it exists. */
    public Optional<PlannedWork> find(UUID id) {
        return Optional.ofNullable(work.get(id));
    }

    /** How many minutes of work are left in a task, or in all tasks of a group, if it exists. */
    public Optional<Long> remainingMinutes(UUID id) {
        return find(id).map(item -> !item.group()
                ? item.remainingMinutes()
                : work.values().stream()
                        .filter(task ->
                                !task.group() && Groups.around(task, work).contains(id))
                        .mapToLong(PlannedWork::remainingMinutes)
                        .sum());
    }

    /**
     * The tasks that determine how long the remaining work takes, and the slack of all others.
     *
     * @throws ProjectException if the dependencies form a cycle, which is possible only in a database edited by hand
     */
    public CriticalPath criticalPath() {
        return CriticalPathMethod.of(network());
    }

    /**
     * The longest chain of remaining work that goes through a task.
     *
     * @return nothing if the task does not exist or is a group
     * @throws ProjectException as {@link #criticalPath} does
     */
    public Optional<TaskPath> pathOf(UUID taskId) {
        return find(taskId).filter(task -> !task.group()).map(task -> LongestChains.through(task, network()));
    }

    /**
     * What can be worked on now.
     *
     * @throws ProjectException as {@link #criticalPath} does
     */
    public NextTasks next() {
        return NextFinder.of(network());
    }

    /**
     * The tasks that have to be done before a task or a group can begin; those on which they depend themselves are not
     * among them.
     *
     * @throws ProjectException as {@link #criticalPath} does
     */
    public List<UUID> blockers(UUID id) {
        return find(id).map(item -> NextFinder.blockers(item, network())).orElse(List.of());
    }

    private WorkNetwork network() {
        if (network == null) {
            network = new WorkNetwork(work, dependencies.values());
        }
        return Objects.requireNonNull(network);
    }

    private static <T> Map<UUID, T> byId(Stream<T> items, Function<T, UUID> id) {
        return items.collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The ids of both tables ascend by the time of creation; as texts, as they are stored. */
    private static <T> Map<UUID, T> inOrder(Stream<T> items, Function<T, UUID> id) {
        List<T> sorted =
                items.sorted(Comparator.comparing(id.andThen(UUID::toString))).toList();
        return byId(sorted.stream(), id);
    }
}
