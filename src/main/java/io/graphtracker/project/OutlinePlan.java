package io.graphtracker.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** The groups and dependencies of all tasks of a project, in the order of their creation. It knows only ids. */
public final class OutlinePlan {

    /** What a patch changes. */
    public enum Effect {
        /** Neither rows nor their order. */
        NONE,
        /** Perhaps the order of the rows. */
        ORDER,
        /** Rows come, go or change their group. */
        ROWS
    }

    private Map<UUID, OutlineNode> nodes = new LinkedHashMap<>();
    private final Map<UUID, Dependency> dependencies = new LinkedHashMap<>();

    OutlinePlan(List<OutlineNode> nodes, List<Dependency> dependencies) {
        nodes.forEach(node -> this.nodes.put(node.id(), node));
        dependencies.forEach(dependency -> this.dependencies.put(dependency.id(), dependency));
    }

    public Collection<OutlineNode> nodes() {
        return nodes.values();
    }

    public Collection<Dependency> dependencies() {
        return dependencies.values();
    }

    /** Brings the plan to what it is after a change. Applying a patch twice does no harm. */
    public Effect apply(GraphPatch patch) {
        boolean rows = !patch.removedTasks().isEmpty() || patch.tasks().stream().anyMatch(this::isElsewhere);
        boolean order =
                !patch.dependencies().isEmpty() || !patch.removedDependencies().isEmpty();
        patch.tasks().forEach(task -> nodes.put(task.id(), node(task)));
        patch.removedTasks().forEach(nodes::remove);
        patch.dependencies().forEach(dependency -> dependencies.put(dependency.id(), dependency));
        patch.removedDependencies().forEach(dependencies::remove);
        if (rows) {
            // what an undo restores is older than others
            nodes = inOrder(nodes.values(), OutlineNode::id);
            // those of removed tasks go with them, whether the patch names them or not
            dependencies
                    .values()
                    .removeIf(dependency ->
                            !nodes.containsKey(dependency.sourceId()) || !nodes.containsKey(dependency.targetId()));
        }
        return rows ? Effect.ROWS : order ? Effect.ORDER : Effect.NONE;
    }

    private boolean isElsewhere(Task task) {
        OutlineNode node = nodes.get(task.id());
        return node == null || !Objects.equals(node.parentId(), task.parentId());
    }

    private static OutlineNode node(Task task) {
        return new OutlineNode(
                task.id(), task.parentId(), task.position().x(), task.position().y());
    }

    /** Ids ascend by the time of creation; as texts, as they are stored. */
    private static <T> Map<UUID, T> inOrder(Collection<T> items, Function<T, UUID> id) {
        Map<UUID, T> sorted = new LinkedHashMap<>();
        items.stream()
                .sorted(Comparator.comparing(id.andThen(UUID::toString)))
                .forEach(item -> sorted.put(id.apply(item), item));
        return sorted;
    }
}
