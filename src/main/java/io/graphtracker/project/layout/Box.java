package io.graphtracker.project.layout;

import io.graphtracker.project.Position;

/** A rectangle on the canvas, in pixels at zoom 1. */
record Box(double left, double top, double right, double bottom) {

    static Box around(Position centre, double width, double height) {
        return new Box(
                centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2, centre.y() + height / 2);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    Position centre() {
        return new Position((left + right) / 2, (top + bottom) / 2);
    }

    Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Box movedBy(double x, double y) {
        return new Box(left + x, top + y, right + x, bottom + y);
    }

    /** Whether it is nearer to another one than a gap. */
    boolean touches(Box other, double gap) {
        return left < other.right + gap
                && right > other.left - gap
                && top < other.bottom + gap
                && bottom > other.top - gap;
    }
}
