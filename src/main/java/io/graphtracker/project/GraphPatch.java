package io.graphtracker.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What leads from one revision of a graph to a later one. Tasks are whole, so applying a patch twice does no harm.
 *
 * @param from the revision it applies to
 * @param to the revision it leads to
 * @param tasks added or changed
 * @param dependencies added
 * @param commentedTasks those whose comments changed
 */
public record GraphPatch(
        long from,
        long to,
        List<Task> tasks,
        List<Dependency> dependencies,
        List<UUID> removedTasks,
        List<UUID> removedDependencies,
        Set<UUID> commentedTasks) {

    /** Without comments. */
    public GraphPatch(
            long from,
            long to,
            List<Task> tasks,
            List<Dependency> dependencies,
            List<UUID> removedTasks,
            List<UUID> removedDependencies) {
        this(from, to, tasks, dependencies, removedTasks, removedDependencies, Set.of());
    }

    public GraphPatch {
        tasks = List.copyOf(tasks);
        dependencies = List.copyOf(dependencies);
        removedTasks = List.copyOf(removedTasks);
        removedDependencies = List.copyOf(removedDependencies);
        commentedTasks = Set.copyOf(commentedTasks);
    }

    /** Whether it changes more than where tasks are, and which groups are collapsed. */
    public boolean changesPlan() {
        return !dependencies.isEmpty()
                || !removedTasks.isEmpty()
                || !removedDependencies.isEmpty()
                || tasks.stream().anyMatch(task -> task.version() > from);
    }

    /**
     * Merges patches that follow each other, whatever order they arrive in. Where one is missing, another patch begins:
     * whoever applies them finds a gap there.
     */
    public static List<GraphPatch> merge(Collection<GraphPatch> patches) {
        List<GraphPatch> merged = new ArrayList<>();
        Merging run = null;
        for (GraphPatch patch : patches.stream()
                .sorted(Comparator.comparingLong(GraphPatch::from))
                .toList()) {
            if (run == null || patch.from > run.to) {
                if (run != null) {
                    merged.add(run.patch());
                }
                run = new Merging(patch.from);
            }
            if (patch.to > run.to) {
                run.add(patch);
            }
        }
        if (run != null) {
            merged.add(run.patch());
        }
        return merged;
    }

    /** Patches that follow each other. */
    private static final class Merging {

        private final long from;
        private final Map<UUID, Task> tasks = new LinkedHashMap<>();
        private final Map<UUID, Dependency> dependencies = new LinkedHashMap<>();
        private final Set<UUID> removedTasks = new LinkedHashSet<>();
        private final Set<UUID> removedDependencies = new LinkedHashSet<>();
        private final Set<UUID> commentedTasks = new LinkedHashSet<>();
        private long to;

        Merging(long from) {
            this.from = from;
            this.to = from;
        }

        void add(GraphPatch patch) {
            to = patch.to;
            commentedTasks.addAll(patch.commentedTasks);
            tasks.keySet().removeAll(patch.removedTasks);
            removedTasks.addAll(patch.removedTasks);
            dependencies.keySet().removeAll(patch.removedDependencies);
            removedDependencies.addAll(patch.removedDependencies);
            for (Task task : patch.tasks) {
                tasks.put(task.id(), task);
                removedTasks.remove(task.id());
            }
            for (Dependency dependency : patch.dependencies) {
                dependencies.put(dependency.id(), dependency);
                removedDependencies.remove(dependency.id());
            }
        }

        GraphPatch patch() {
            return new GraphPatch(
                    from,
                    to,
                    List.copyOf(tasks.values()),
                    List.copyOf(dependencies.values()),
                    List.copyOf(removedTasks),
                    List.copyOf(removedDependencies),
                    commentedTasks);
        }
    }
}
