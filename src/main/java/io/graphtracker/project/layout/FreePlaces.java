package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskPlace;
import io.graphtracker.project.layout.LayoutGraph.Node;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for new tasks: where nothing is, in particular no group that the task does not belong to, and where the
 * groups that it belongs to do not grow over anything else.
 */
public final class FreePlaces {

    /** The height that a task needs whatever its title becomes. */
    private static final double HEIGHT = 68;

    private static final double GAP = 20;
    private static final double ACROSS = Sizes.TASK_WIDTH + 2 * GAP;
    private static final double STEP = (HEIGHT + GAP) / 4;

    /** How far from the wanted place one is looked for, in steps. */
    private static final int COLUMNS = 12;

    private static final int ROWS = 60;

    /** Distances from the wanted place, the nearest first; then to the right and down rather than back. */
    private static final List<Position> AWAY = IntStream.rangeClosed(-COLUMNS, COLUMNS)
            .boxed()
            .flatMap(column ->
                    IntStream.rangeClosed(-ROWS, ROWS).mapToObj(row -> new Position(column * ACROSS, row * STEP)))
            .sorted(Comparator.comparingDouble((Position away) -> Math.abs(away.x()) + Math.abs(away.y()))
                    .thenComparing(Comparator.comparingDouble(Position::y).reversed())
                    .thenComparing(Comparator.comparingDouble(Position::x).reversed()))
            .toList();

    private final Drawing drawing;

    private FreePlaces(Drawing drawing) {
        this.drawing = drawing;
    }

    /** Looks for places among all tasks and groups of a project. */
    public static FreePlaces among(List<TaskPlace> places) {
        return new FreePlaces(new Drawing(LayoutGraph.ofPlaces(places)));
    }

    /** The free place that is nearest to a wanted one, for a task in no group. */
    public Position near(Position wanted) {
        return find(wanted, null);
    }

    /** A place in a group, below what it contains. */
    public Position in(UUID groupId) {
        Node group = drawing.find(groupId);
        if (group == null) {
            return near(new Position(0, 0));
        }
        return drawing.children(groupId).stream()
                .map(Node::id)
                .filter(child -> !drawing.isHidden(child))
                .map(drawing::box)
                .max(Comparator.comparingDouble(Box::bottom))
                .map(lowest -> find(beneath(lowest), groupId))
                .orElseGet(() -> inClosed(group));
    }

    /** A place below a task, in the same group. */
    public Position below(UUID taskId) {
        return beside(taskId, FreePlaces::beneath);
    }

    /** A place for a task that depends on another, in the same group: to the right, where arrows lead. */
    public Position after(UUID taskId) {
        return beside(
                taskId,
                box -> new Position(
                        box.right() + 2 * GAP + Sizes.TASK_WIDTH / 2,
                        box.centre().y()));
    }

    private Position beside(UUID taskId, Function<Box, Position> side) {
        Node task = drawing.find(taskId);
        if (task == null) {
            return near(new Position(0, 0));
        }
        UUID groupId = drawing.parentOf(task);
        return drawing.isHidden(taskId)
                ? inClosed(Objects.requireNonNull(drawing.find(Objects.requireNonNull(groupId))))
                : find(side.apply(drawing.box(taskId)), groupId);
    }

    private static Position beneath(Box box) {
        return new Position(box.centre().x(), box.bottom() + GAP + HEIGHT / 2);
    }

    /** In a group whose content is not drawn: below the lowest of it. */
    private Position inClosed(Node group) {
        return drawing.children(group.id()).stream()
                .map(Node::position)
                .max(Comparator.comparingDouble(Position::y))
                .map(lowest -> new Position(lowest.x(), lowest.y() + HEIGHT + GAP))
                .orElse(group.position());
    }

    private Position find(Position wanted, @Nullable UUID groupId) {
        Set<UUID> around = new LinkedHashSet<>();
        if (groupId != null) {
            around.add(groupId);
            around.addAll(drawing.around(groupId));
        }
        List<Box> others = drawing.boxesExcept(around);
        List<Surroundings> groups = around.stream()
                .filter(id -> drawing.isFrame(Objects.requireNonNull(drawing.find(id))))
                .map(this::surroundings)
                .toList();
        return places(wanted)
                .filter(place -> isFree(place, others) && groups.stream().allMatch(group -> group.canContain(place)))
                .findFirst()
                .or(() -> places(wanted).filter(place -> isFree(place, others)).findFirst())
                .orElse(wanted);
    }

    private static Stream<Position> places(Position wanted) {
        return AWAY.stream()
                .map(away -> new Position(Math.round(wanted.x() + away.x()), Math.round(wanted.y() + away.y())));
    }

    private static Box box(Position place) {
        return Box.around(place, Sizes.TASK_WIDTH, HEIGHT);
    }

    private static boolean isFree(Position place, List<Box> others) {
        Box box = box(place);
        return others.stream().noneMatch(other -> box.touches(other, GAP - 1));
    }

    private Surroundings surroundings(UUID groupId) {
        Set<UUID> own = new HashSet<>(drawing.withContent(List.of(groupId)));
        own.addAll(drawing.around(groupId));
        Box frame = drawing.box(groupId);
        // what a group lies over already, it may go on lying over
        List<Box> others = drawing.boxesExcept(own).stream()
                .filter(other -> !frame.touches(other, 0))
                .toList();
        return new Surroundings(frame, others);
    }

    /** A group, and what it must not grow over. */
    private record Surroundings(Box frame, List<Box> others) {

        boolean canContain(Position place) {
            Box grown = frame.union(Drawing.framed(FreePlaces.box(place)));
            return others.stream().noneMatch(other -> grown.touches(other, 0));
        }
    }
}
