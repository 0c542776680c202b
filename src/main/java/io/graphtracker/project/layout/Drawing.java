package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import io.graphtracker.project.layout.LayoutGraph.Link;
import io.graphtracker.project.layout.LayoutGraph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a graph is drawn, and where, as {@code frontend/graph-scene.nocache.js} does it. */
final class Drawing {

    private final LayoutGraph graph;
    private final Map<UUID, Node> nodes = new LinkedHashMap<>();
    private final Map<@Nullable UUID, List<Node>> children = new HashMap<>();
    private final Map<UUID, Box> boxes = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> around = new HashMap<>();

    Drawing(LayoutGraph graph) {
        this.graph = graph;
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        graph.nodes().forEach(node -> around.put(node.id(), findAround(node)));
        graph.nodes()
                .forEach(node -> children.computeIfAbsent(parentOf(node), parent -> new ArrayList<>())
                        .add(node));
        computeBoxes();
    }

    /** The same with some nodes at other places. */
    Drawing at(Map<UUID, Position> places) {
        List<Node> moved = graph.nodes().stream()
                .map(node -> new Node(
                        node.id(),
                        node.parentId(),
                        node.group(),
                        node.title(),
                        places.getOrDefault(node.id(), node.position()),
                        node.collapsed()))
                .toList();
        return new Drawing(new LayoutGraph(moved, graph.links()));
    }

    /** The groups around a node, from the inside to the outside. Groups of a circle lie in none. */
    private List<UUID> findAround(Node node) {
        Set<UUID> found = new LinkedHashSet<>();
        UUID id = node.parentId();
        while (id != null && nodes.containsKey(id) && !id.equals(node.id()) && found.add(id)) {
            id = Objects.requireNonNull(nodes.get(id)).parentId();
        }
        boolean circle = id != null && nodes.containsKey(id);
        return circle ? List.of() : List.copyOf(found);
    }

    private void computeBoxes() {
        List<Node> outerFirst = nodes.values().stream()
                .filter(node -> !isHidden(node.id()))
                .sorted(Comparator.comparingInt(node -> around(node.id()).size()))
                .toList();
        for (Node node : outerFirst.reversed()) {
            Box box = isFrame(node) ? frame(children(node.id())) : solid(node);
            boxes.put(node.id(), box);
        }
    }

    private Box frame(List<Node> content) {
        return framed(boxAround(content));
    }

    /** The frame of a group around its content. */
    static Box framed(Box inside) {
        return new Box(
                inside.left() - Sizes.FRAME_SIDE,
                inside.top() - Sizes.FRAME_TOP,
                inside.right() + Sizes.FRAME_SIDE,
                inside.bottom() + Sizes.FRAME_SIDE);
    }

    private static Box solid(Node node) {
        return Box.around(node.position(), Sizes.TASK_WIDTH, height(node));
    }

    /** The height of what is drawn as a box of its own. */
    static double height(Node node) {
        return node.group() ? Sizes.COLLAPSED_HEIGHT : Sizes.heightOf(node.title());
    }

    /** The box around some nodes that are drawn. */
    Box boxAround(Collection<Node> content) {
        return content.stream()
                .map(node -> box(node.id()))
                .reduce(Box::union)
                .orElseThrow(() -> new IllegalArgumentException("Nothing has no box"));
    }

    @Nullable
    Node find(UUID id) {
        return nodes.get(id);
    }

    Collection<Node> nodes() {
        return nodes.values();
    }

    /** The group that a node lies in; null for none. */
    @Nullable
    UUID parentOf(Node node) {
        List<UUID> groups = around(node.id());
        return groups.isEmpty() ? null : groups.getFirst();
    }

    List<Node> children(@Nullable UUID groupId) {
        return children.getOrDefault(groupId, List.of());
    }

    /** The groups around a node, from the inside to the outside. */
    List<UUID> around(UUID id) {
        return Objects.requireNonNull(around.get(id));
    }

    /** The box of a node that is drawn. */
    Box box(UUID id) {
        return Objects.requireNonNull(boxes.get(id));
    }

    /** The boxes of all that is drawn, except of some. */
    List<Box> boxesExcept(Set<UUID> ids) {
        return boxes.entrySet().stream()
                .filter(box -> !ids.contains(box.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether a node lies in a collapsed group, and so is not drawn. */
    boolean isHidden(UUID id) {
        return around(id).stream()
                .anyMatch(group -> Objects.requireNonNull(nodes.get(group)).collapsed());
    }

    /** Whether a node is a group that is drawn around its content. */
    boolean isFrame(Node node) {
        return node.group() && !node.collapsed() && !children(node.id()).isEmpty();
    }

    /** A node and all that it contains, also what is not drawn. */
    Set<UUID> withContent(Collection<UUID> ids) {
        Set<UUID> wanted = new HashSet<>(ids);
        Set<UUID> found = new LinkedHashSet<>();
        for (Node node : nodes.values()) {
            if (wanted.contains(node.id()) || around(node.id()).stream().anyMatch(wanted::contains)) {
                found.add(node.id());
            }
        }
        return found;
    }

    /** The dependencies as they are drawn, each once: what lies in a collapsed group is represented by that group. */
    Set<Link> links() {
        Set<Link> drawn = new LinkedHashSet<>();
        for (Link link : graph.links()) {
            if (nodes.containsKey(link.sourceId()) && nodes.containsKey(link.targetId())) {
                Link shown = new Link(standIn(link.sourceId()), standIn(link.targetId()));
                if (!shown.sourceId().equals(shown.targetId()) && !isNested(shown)) {
                    drawn.add(shown);
                }
            }
        }
        return drawn;
    }

    /** The outermost collapsed group around a node, or the node itself. */
    private UUID standIn(UUID id) {
        return around(id).stream()
                .filter(group -> Objects.requireNonNull(nodes.get(group)).collapsed())
                .reduce(id, (inner, outer) -> outer);
    }

    private boolean isNested(Link link) {
        return around(link.sourceId()).contains(link.targetId())
                || around(link.targetId()).contains(link.sourceId());
    }
}
