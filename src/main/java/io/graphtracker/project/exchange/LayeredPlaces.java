package io.graphtracker.project.exchange;

import io.graphtracker.project.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Places for the tasks of a plan that has none: from left to right in the order of their dependencies, and each group in
 * rows of its own. It takes no time worth mentioning, and looks plain.
 */
final class LayeredPlaces {

    /** Pixels from one column to the next, and from one row to the next. */
    private static final double COLUMN = 220;

    private static final double ROW = 90;

    private final Map<String, Integer> columns;
    private final Map<String, List<PlanTask>> contents = new LinkedHashMap<>();
    private final Map<String, Position> places = new HashMap<>();

    private LayeredPlaces(PlanDocument plan) {
        columns = columns(plan);
        for (PlanTask task : plan.tasks()) {
            contents.computeIfAbsent(Objects.requireNonNullElse(task.parentKey(), ""), group -> new ArrayList<>())
                    .add(task);
        }
    }

    /** The places by the keys of the tasks. */
    static Map<String, Position> of(PlanDocument plan) {
        LayeredPlaces layout = new LayeredPlaces(plan);
        layout.fill("", 0);
        return layout.places;
    }

    /**
     * Places the content of a group.
     *
     * @param top the first row
     * @return the first row below it
     */
    private int fill(String group, int top) {
        List<PlanTask> content = contents.getOrDefault(group, List.of());
        Map<Integer, Integer> rows = new HashMap<>();
        int below = top;
        for (PlanTask task : content) {
            if (!task.group()) {
                int column = columns.getOrDefault(task.key(), 0);
                int row = top + rows.merge(column, 1, Integer::sum) - 1;
                places.put(task.key(), new Position(column * COLUMN, row * ROW));
                below = Math.max(below, row + 1);
            }
        }
        for (PlanTask task : content) {
            if (task.group()) {
                // an empty row keeps the boxes around the tasks apart
                int first = below == top ? below : below + 1;
                places.put(task.key(), new Position(columns.getOrDefault(task.key(), 0) * COLUMN, first * ROW));
                below = Math.max(fill(task.key(), first), first + 1);
            }
        }
        return below;
    }

    /** How many tasks come before each one on the longest way; groups do not count. */
    private static Map<String, Integer> columns(PlanDocument plan) {
        Map<String, List<String>> next = new HashMap<>();
        Map<String, Integer> before = new HashMap<>();
        for (PlanDependency dependency : plan.dependencies()) {
            next.computeIfAbsent(dependency.from(), key -> new ArrayList<>()).add(dependency.to());
            before.merge(dependency.to(), 1, Integer::sum);
        }
        Map<String, Integer> columns = new HashMap<>();
        Deque<String> free = new ArrayDeque<>();
        plan.tasks().stream()
                .map(PlanTask::key)
                .filter(key -> !before.containsKey(key))
                .forEach(free::add);
        while (!free.isEmpty()) {
            String key = free.remove();
            int column = columns.getOrDefault(key, 0);
            for (String after : next.getOrDefault(key, List.of())) {
                columns.merge(after, column + 1, Math::max);
                if (Objects.requireNonNull(before.merge(after, -1, Integer::sum)) == 0) {
                    free.add(after);
                }
            }
        }
        return columns;
    }
}
