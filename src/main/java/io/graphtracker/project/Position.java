package io.graphtracker.project;

/**
 * Where the centre of a task is, in the canvas's own pixels (at zoom 1), x to the right and y downwards.
 *
 * @throws IllegalArgumentException if a coordinate is infinite or not a number, which no database and no canvas could show
 */
public record Position(double x, double y) {

    public Position {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("Not a place on the canvas: " + x + ", " + y);
        }
    }
}
