package io.graphtracker.project;

import io.graphtracker.project.SamplePlan.Band;
import io.graphtracker.project.SamplePlan.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills a project with the {@link SamplePlan}, laid out from left to right in the order of time. */
@Component
class SampleProject {

    /** Pixels from one column to the next, and from one row to the next. */
    private static final double COLUMN = 220;

    private static final double ROW = 90;

    private final SamplePlan plan = SamplePlan.read();
    private final TaskRepository tasks;
    private final DependencyRepository dependencies;

    SampleProject(TaskRepository tasks, DependencyRepository dependencies) {
        this.tasks = tasks;
        this.dependencies = dependencies;
    }

    String name() {
        return plan.name();
    }

    void fill(UUID projectId) {
        Map<String, UUID> ids = new HashMap<>();
        int top = 0;
        for (Band band : plan.bands()) {
            UUID groupId = saveGroup(projectId, band, top);
            for (Task task : band.tasks()) {
                ids.put(task.key(), saveTask(projectId, groupId, task, top));
            }
            // an empty row between two bands keeps the boxes around their tasks apart
            top += band.rows() + 1;
        }
        plan.bands().stream()
                .flatMap(band -> band.tasks().stream())
                .forEach(task -> task.after()
                        .forEach(before -> dependencies.save(
                                new DependencyEntity(projectId, id(ids, before), id(ids, task.key())))));
    }

    private @Nullable UUID saveGroup(UUID projectId, Band band, int top) {
        if (band.group() == null) {
            return null;
        }
        double middle = band.tasks().stream().mapToInt(Task::column).average().orElse(0);
        Position centre = new Position(middle * COLUMN, (top + (band.rows() - 1) / 2.0) * ROW);
        String description = Objects.requireNonNullElse(band.description(), "");
        return tasks.save(TaskEntity.group(projectId, band.group(), description, centre))
                .id();
    }

    private UUID saveTask(UUID projectId, @Nullable UUID groupId, Task task, int top) {
        Position position = new Position(task.column() * COLUMN, (top + task.row()) * ROW);
        TaskDetails details = new TaskDetails(task.title(), task.description(), task.status(), task.hours());
        return tasks.save(TaskEntity.task(projectId, groupId, details, position))
                .id();
    }

    private static UUID id(Map<String, UUID> ids, String key) {
        return Objects.requireNonNull(ids.get(key), key);
    }
}
