package io.graphtracker.project.exchange;

import io.graphtracker.project.Dependency;
import io.graphtracker.project.Position;
import io.graphtracker.project.RowIds;
import io.graphtracker.project.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A plan as the tasks and dependencies of a project, with new ids.
 *
 * @param tasks in the order of the plan
 * @param dependencies in the order of the plan
 */
record PlanRows(List<Task> tasks, List<Dependency> dependencies) {

    private static final Position ORIGIN = new Position(0, 0);

    /** @param places by key; where there is none, a task is in the middle */
    static PlanRows of(PlanDocument plan, Map<String, Position> places) {
        Map<String, UUID> ids = new HashMap<>();
        // in the order of the plan, which becomes the order of creation
        plan.tasks().forEach(task -> ids.put(task.key(), RowIds.next()));
        List<Task> tasks = new ArrayList<>();
        for (PlanTask task : plan.tasks()) {
            tasks.add(new Task(
                    id(ids, task.key()),
                    task.parentKey() == null ? null : id(ids, task.parentKey()),
                    task.group(),
                    task.details(),
                    places.getOrDefault(task.key(), ORIGIN),
                    task.collapsed(),
                    0));
        }
        return new PlanRows(
                tasks,
                plan.dependencies().stream()
                        .map(pair -> new Dependency(RowIds.next(), id(ids, pair.from()), id(ids, pair.to())))
                        .toList());
    }

    private static UUID id(Map<String, UUID> ids, String key) {
        return Objects.requireNonNull(ids.get(key), key);
    }
}
