package io.graphtracker.project.layout;

import io.graphtracker.project.Position;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the nearest place where a box lies over nothing else. */
final class FreeSpot {

    private static final double GAP = 24;
    private static final double STEP = 48;

    /** As far as this many steps in each direction. */
    private static final int MOST_STEPS = 60;

    private static final Position STAY = new Position(0, 0);

    private FreeSpot() {}

    /**
     * By how much to move a box: not at all if it is free or nothing near it is.
     *
     * @param other what to try before looking around
     */
    static Position shift(Box box, Position other, List<Box> taken) {
        return shift(box, Stream.of(STAY, other), taken, GAP);
    }

    /** @param gap how near to others it may stay where it is */
    static Position shift(Box box, List<Box> taken, double gap) {
        return isFree(box, taken, gap) ? STAY : shift(box, Stream.of(), taken, GAP);
    }

    private static Position shift(Box box, Stream<Position> first, List<Box> taken, double gap) {
        return Stream.concat(first, IntStream.rangeClosed(1, MOST_STEPS).boxed().flatMap(FreeSpot::ring))
                .filter(shift -> isFree(box.movedBy(shift.x(), shift.y()), taken, gap))
                .findFirst()
                .orElse(STAY);
    }

    private static boolean isFree(Box box, List<Box> taken, double gap) {
        return taken.stream().noneMatch(other -> box.touches(other, gap));
    }

    /** The points of a square around the origin, the nearest first. */
    private static Stream<Position> ring(int steps) {
        return IntStream.rangeClosed(0, steps)
                .boxed()
                .flatMap(along -> Stream.of(along, -along)
                        .flatMap(side ->
                                Stream.of(at(side, steps), at(steps, side), at(side, -steps), at(-steps, side))));
    }

    private static Position at(int x, int y) {
        return new Position(x * STEP, y * STEP);
    }
}
