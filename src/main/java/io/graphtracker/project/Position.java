package io.graphtracker.project;

/**
 * The centre of a task, in pixels of the canvas at zoom 1, x to the right and y downwards.
 * Neither coordinate is infinite or NaN.
 */
public record Position(double x, double y) {

    public Position {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("Not a place on the canvas: " + x + ", " + y);
        }
    }
}
