package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskPlace;
import io.graphtracker.project.layout.LayoutGraph.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Makes room for a new group, whose frame is larger than the tasks in it and could lie over their neighbours. */
public final class GroupRoom {

    private GroupRoom() {}

    /**
     * Where tasks and groups, and all that they contain, move when they become a group: nowhere if its frame lies over
     * nothing else there, or if there is no room nearby.
     *
     * @param places all of the project
     */
    public static Map<UUID, Position> forGroupOf(Set<UUID> ids, List<TaskPlace> places) {
        Drawing drawing = new Drawing(LayoutGraph.ofPlaces(places));
        List<Node> content = drawing.nodes().stream()
                .filter(node -> ids.contains(node.id()) && !drawing.isHidden(node.id()))
                .toList();
        if (content.isEmpty()) {
            return Map.of();
        }
        Set<UUID> moving = drawing.withContent(ids);
        Set<UUID> mayOverlap = new HashSet<>(moving);
        content.forEach(node -> mayOverlap.addAll(drawing.around(node.id())));
        Position shift = FreeSpot.shift(Drawing.framed(drawing.boxAround(content)), drawing.boxesExcept(mayOverlap), 0);
        if (shift.x() == 0 && shift.y() == 0) {
            return Map.of();
        }
        Map<UUID, Position> moved = new HashMap<>();
        for (UUID id : moving) {
            Position from = Objects.requireNonNull(drawing.find(id)).position();
            moved.put(id, new Position(from.x() + shift.x(), from.y() + shift.y()));
        }
        return moved;
    }
}
