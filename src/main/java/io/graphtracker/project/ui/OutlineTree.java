package io.graphtracker.project.ui;

import io.graphtracker.project.OutlineNode;
import java.util.ArrayList;
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

/** The tasks of a project in the order of the outline: each group is followed by what is in it. It knows only ids. */
final class OutlineTree {

    private final Map<UUID, OutlineNode> nodes = new LinkedHashMap<>();
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, List<UUID>> children = new HashMap<>();
    private final List<UUID> roots = new ArrayList<>();

    /** @param inReadingOrder all tasks and groups */
    OutlineTree(List<OutlineNode> inReadingOrder) {
        inReadingOrder.forEach(node -> nodes.put(node.id(), node));
        inReadingOrder.stream().filter(this::isInGroup).forEach(node -> parents.put(node.id(), node.parentId()));
        inReadingOrder.forEach(node -> parent(node.id())
                .map(parent -> children.computeIfAbsent(parent, group -> new ArrayList<>()))
                .orElse(roots)
                .add(node.id()));
    }

    boolean contains(UUID id) {
        return nodes.containsKey(id);
    }

    /** Whether a task or a group is at this place. */
    boolean isAt(OutlineNode place) {
        return place.equals(nodes.get(place.id()));
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
