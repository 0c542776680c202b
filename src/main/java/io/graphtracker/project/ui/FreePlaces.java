package io.graphtracker.project.ui;

import io.graphtracker.project.GraphDetails;
import io.graphtracker.project.Position;
import java.util.List;
import java.util.UUID;

/** Finds places for new tasks. */
final class FreePlaces {

    /** The space a task needs on the canvas, in pixels at zoom 1, with a margin. */
    private static final double TASK_WIDTH = 190;

    private static final double TASK_HEIGHT = 80;
    private static final double GAP = 20;
    private static final int COLUMNS = 3;

    private final GraphDetails details;
    private final UUID projectId;

    FreePlaces(GraphDetails details, UUID projectId) {
        this.details = details;
        this.projectId = projectId;
    }

    /**
     * The first position, beginning with the wanted one, where a new task does not cover another. The positions go
     * down in three alternating columns: in a single column, arrows would run behind other tasks and seem to belong
     * to them.
     */
    Position near(Position wanted) {
        List<Position> taken = details.positions(
                projectId,
                wanted.x() - TASK_WIDTH,
                wanted.x() + (COLUMNS - 1) * (TASK_WIDTH + GAP) + TASK_WIDTH,
                wanted.y() - TASK_HEIGHT);
        int step = 0;
        Position place = wanted;
        while (isTaken(place, taken)) {
            step++;
            place = new Position(
                    wanted.x() + step % COLUMNS * (TASK_WIDTH + GAP), wanted.y() + step * (TASK_HEIGHT - GAP));
        }
        return place;
    }

    /** A place below a task. */
    Position below(Position task) {
        return near(new Position(task.x(), task.y() + TASK_HEIGHT));
    }

    /** A place for a task that depends on another: to the right, where arrows lead. */
    Position after(Position task) {
        return near(new Position(task.x() + TASK_WIDTH + GAP, task.y()));
    }

    private static boolean isTaken(Position place, List<Position> taken) {
        return taken.stream()
                .anyMatch(other ->
                        Math.abs(other.x() - place.x()) < TASK_WIDTH && Math.abs(other.y() - place.y()) < TASK_HEIGHT);
    }
}
