package io.graphtracker.project.ui;

import io.graphtracker.project.Dependency;
import io.graphtracker.project.OutlineNode;
import io.graphtracker.project.TaskPair;
import io.graphtracker.project.WorkOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a project in the order of the outline: each group is followed by what is in it, and what lies side by
 * side is in the order of work. It knows only ids.
 *
 * @see "docs/decisions/2026-12-01-outline-in-work-order.md"
 */
final class OutlineTree {

    private final Map<UUID, OutlineNode> nodes = new LinkedHashMap<>();
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, List<UUID>> children = new HashMap<>();
    private List<UUID> roots = new ArrayList<>();

    /**
     * @param inOrder all tasks and groups, as they are listed where no dependency says otherwise; groups are listed by
     *     the first of the tasks in them
     */
    OutlineTree(Collection<OutlineNode> inOrder, Collection<Dependency> dependencies) {
        inOrder.forEach(node -> nodes.put(node.id(), node));
        inOrder.stream().filter(this::isInGroup).forEach(node -> parents.put(node.id(), node.parentId()));
        inOrder.forEach(node -> siblings(parents.get(node.id())).add(node.id()));
        sort(dependencies);
    }

    private List<UUID> siblings(@Nullable UUID parent) {
        return parent == null ? roots : children.computeIfAbsent(parent, group -> new ArrayList<>());
    }

    private void sort(Collection<Dependency> dependencies) {
        Map<UUID, Integer> ranks = ranks();
        Map<Optional<UUID>, List<TaskPair>> steps = new HashMap<>();
        dependencies.forEach(dependency -> addStep(dependency, steps));
        Comparator<UUID> byRank = Comparator.comparing(ranks::get);
        children.replaceAll((group, inside) -> WorkOrder.of(
                inside.stream().sorted(byRank).toList(), steps.getOrDefault(Optional.of(group), List.of())));
        roots = WorkOrder.of(
                roots.stream().sorted(byRank).toList(), steps.getOrDefault(Optional.<UUID>empty(), List.of()));
    }

    /** When each is listed: a group with the first task in it. */
    private Map<UUID, Integer> ranks() {
        Map<UUID, Integer> ranks = new HashMap<>();
        int rank = 0;
        for (UUID id : nodes.keySet()) {
            rank++;
            if (!hasChildren(id)) {
                ranks.put(id, rank);
                for (UUID group : ancestors(id)) {
                    ranks.putIfAbsent(group, rank);
                }
            }
        }
        return ranks;
    }

    /** Where the groups around two tasks part, one side has to come before the other. */
    private void addStep(Dependency dependency, Map<Optional<UUID>, List<TaskPair>> steps) {
        List<UUID> source = fromOutside(dependency.sourceId());
        List<UUID> target = fromOutside(dependency.targetId());
        Optional<UUID> around = Optional.empty();
        for (int depth = 0; depth < Math.min(source.size(), target.size()); depth++) {
            if (!source.get(depth).equals(target.get(depth))) {
                steps.computeIfAbsent(around, group -> new ArrayList<>())
                        .add(new TaskPair(source.get(depth), target.get(depth)));
                return;
            }
            around = Optional.of(source.get(depth));
        }
    }

    private List<UUID> fromOutside(UUID id) {
        List<UUID> path = new ArrayList<>(List.of(id));
        path.addAll(ancestors(id));
        return path.reversed();
    }

    boolean contains(UUID id) {
        return nodes.containsKey(id);
    }

    /** The group that contains a task or a group, if any. */
    Optional<UUID> parent(UUID id) {
        return Optional.ofNullable(parents.get(id));
    }

    /** A database edited by hand may contain unknown groups, and groups that lie in each other, which lie in none here. */
    private boolean isInGroup(OutlineNode node) {
        Set<UUID> around = new HashSet<>();
        OutlineNode group = nodes.get(node.parentId());
        while (group != null && around.add(group.id())) {
            group = nodes.get(group.parentId());
        }
        return !around.isEmpty() && !around.contains(node.id());
    }

    boolean hasChildren(UUID id) {
        return children.containsKey(id);
    }

    /** All groups that contain something. */
    Set<UUID> groups() {
        return Set.copyOf(children.keySet());
    }

    /** The groups that contain it, beginning with the innermost. */
    List<UUID> ancestors(UUID id) {
        List<UUID> ancestors = new ArrayList<>();
        for (Optional<UUID> group = parent(id); group.isPresent(); group = parent(group.get())) {
            ancestors.add(group.get());
        }
        return ancestors;
    }

    /**
     * The rows below a group.
     *
     * @param parent null for the whole outline
     * @param expanded the groups whose content is visible
     */
    List<UUID> rows(@Nullable UUID parent, Predicate<UUID> expanded) {
        List<UUID> rows = new ArrayList<>();
        addRows(parent == null ? roots : children.getOrDefault(parent, List.of()), expanded, rows);
        return rows;
    }

    private void addRows(List<UUID> siblings, Predicate<UUID> expanded, List<UUID> rows) {
        siblings.forEach(id -> {
            rows.add(id);
            if (expanded.test(id)) {
                addRows(children.getOrDefault(id, List.of()), expanded, rows);
            }
        });
    }
}
