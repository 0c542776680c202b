package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import io.graphtracker.project.layout.LayoutGraph.Link;
import io.graphtracker.project.layout.LayoutGraph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arranges a graph or a part of it. What is arranged together begins in the same top left corner as before. A part that
 * would lie over what stays moves aside.
 */
final class Arrangement {

    private final Set<Link> links;
    private final BooleanSupplier cancelled;
    private final Map<UUID, Position> places = new LinkedHashMap<>();
    private Drawing drawing;

    private Arrangement(LayoutGraph graph, BooleanSupplier cancelled) {
        this.drawing = new Drawing(graph);
        this.links = drawing.links();
        this.cancelled = cancelled;
    }

    /** The places of all nodes, in whole pixels. */
    static Map<UUID, Position> ofAll(LayoutGraph graph, BooleanSupplier cancelled) {
        Arrangement arrangement = new Arrangement(graph, cancelled);
        arrangement.arrange(arrangement.drawing.children(null), List.of());
        return arrangement.withFrames();
    }

    /**
     * The places of some nodes with all that they contain. Nodes of different groups are arranged apart from each other;
     * a task that is the only one in its group stays.
     */
    static Map<UUID, Position> of(LayoutGraph graph, Set<UUID> ids, BooleanSupplier cancelled) {
        Arrangement arrangement = new Arrangement(graph, cancelled);
        arrangement
                .parts(ids)
                .filter(part -> part.size() > 1 || arrangement.drawing.isFrame(part.getFirst()))
                .forEach(part -> arrangement.arrange(part, arrangement.obstacles(part)));
        return arrangement.withFrames();
    }

    /** What is arranged together, in the order in which it was made. */
    private Stream<List<Node>> parts(Set<UUID> ids) {
        Map<@Nullable UUID, List<Node>> parts = new LinkedHashMap<>();
        for (Node node : drawing.nodes()) {
            boolean outermost = ids.contains(node.id())
                    && drawing.around(node.id()).stream().noneMatch(ids::contains);
            if (outermost && !drawing.isHidden(node.id())) {
                parts.computeIfAbsent(drawing.parentOf(node), parent -> new ArrayList<>())
                        .add(node);
            }
        }
        return List.copyOf(parts.values()).stream();
    }

    /** All that is drawn, except what is moved and the groups around it. */
    private List<Box> obstacles(List<Node> part) {
        Set<UUID> mayOverlap =
                new HashSet<>(drawing.withContent(part.stream().map(Node::id).toList()));
        mayOverlap.addAll(drawing.around(part.getFirst().id()));
        return drawing.boxesExcept(mayOverlap);
    }

    private void arrange(List<Node> nodes, List<Box> obstacles) {
        if (nodes.isEmpty()) {
            return;
        }
        Map<UUID, Position> centres = LayeredLayout.of(drawing, nodes, links, cancelled);
        Box former = drawing.boxAround(nodes);
        Box box = drawing.at(centres).boxAround(nodes);
        Box inCorner = box.movedBy(former.left() - box.left(), former.top() - box.top());
        Position toCentre = new Position(
                former.centre().x() - inCorner.centre().x(),
                former.centre().y() - inCorner.centre().y());
        Position shift = FreeSpot.shift(inCorner, toCentre, obstacles);
        double x = former.left() - box.left() + shift.x();
        double y = former.top() - box.top() + shift.y();
        centres.forEach((id, centre) -> place(id, Math.round(centre.x() + x), Math.round(centre.y() + y)));
        drawing = drawing.at(places);
    }

    /** Also moves what a collapsed group contains, by as much as the group. */
    private void place(UUID id, double x, double y) {
        Node node = Objects.requireNonNull(drawing.find(id));
        if (node.collapsed()) {
            for (UUID inside : drawing.withContent(List.of(id))) {
                Position from = Objects.requireNonNull(drawing.find(inside)).position();
                Position moved = new Position(
                        from.x() + x - node.position().x(),
                        from.y() + y - node.position().y());
                places.put(inside, moved);
            }
        }
        places.put(id, new Position(x, y));
    }

    /** A group around its content has its place in the middle, to which it shrinks when it becomes empty. */
    private Map<UUID, Position> withFrames() {
        places.replaceAll((id, place) -> {
            Node node = Objects.requireNonNull(drawing.find(id));
            if (drawing.isHidden(id) || !drawing.isFrame(node)) {
                return place;
            }
            Position middle = drawing.box(id).centre();
            return new Position(Math.round(middle.x()), Math.round(middle.y()));
        });
        return places;
    }
}
