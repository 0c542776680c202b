package io.graphtracker.project.exchange;

/**
 * Where something is in a file.
 *
 * @param unit what {@code number} counts
 * @param number from 1
 * @param column in characters, from 1; 0 if it is not known
 */
public record Place(Unit unit, int number, int column) {

    /** Somewhere. */
    public static final Place NONE = new Place(Unit.NONE, 0, 0);

    /** What a format can count. */
    public enum Unit {
        NONE,
        LINE,
        /** A row of a table, which may have several lines. */
        RECORD,
        /** The number of a task in a file that has no lines. */
        TASK
    }

    public static Place line(int line) {
        return new Place(Unit.LINE, line, 0);
    }

    public static Place at(int line, int column) {
        return line < 1 ? NONE : new Place(Unit.LINE, line, Math.max(0, column));
    }

    public static Place record(int number) {
        return new Place(Unit.RECORD, number, 0);
    }

    public static Place task(int number) {
        return new Place(Unit.TASK, number, 0);
    }
}
