package io.graphtracker.project;

import java.util.List;

/**
 * The graph of a project in columns, as the canvas fetches it: a third of the size of a list of objects, and read
 * without one for each row. Tasks and dependencies are in the order of their creation.
 *
 * @param revision see {@link Change#revision}
 * @param statuses the slugs that {@link Tasks#status} refers to
 */
public record GraphColumns(long revision, List<String> statuses, Tasks tasks, Dependencies dependencies) {

    /**
     * One value for each task in each column.
     *
     * @param parent the index of the group that contains it; -1 for none
     * @param group 1 for a group
     * @param status an index of {@link #statuses}
     * @param x a whole number if it is one
     * @param collapsed 1 for a group that shows its name only
     */
    public record Tasks(
            List<String> id,
            List<Integer> parent,
            List<Integer> group,
            List<String> title,
            List<Integer> status,
            List<Number> x,
            List<Number> y,
            List<Integer> collapsed) {}

    /**
     * One value for each dependency in each column.
     *
     * @param source the index of a task
     * @param target the index of a task
     */
    public record Dependencies(List<String> id, List<Integer> source, List<Integer> target) {}
}
