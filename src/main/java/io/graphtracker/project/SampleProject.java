package io.graphtracker.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills a project with the {@link SamplePlan}. */
@Component
class SampleProject {

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
        plan.groups().forEach(group -> ids.put(group.key(), save(projectId, group, ids)));
        plan.tasks().forEach(task -> ids.put(task.key(), save(projectId, task, ids)));
        plan.groups().forEach(group -> connect(projectId, group.key(), group.after(), ids));
        plan.tasks().forEach(task -> connect(projectId, task.key(), task.after(), ids));
    }

    private UUID save(UUID projectId, SamplePlan.Group group, Map<String, UUID> ids) {
        Position centre = new Position(group.x(), group.y());
        TaskDetails details = new TaskDetails(group.title(), group.description(), TaskStatus.PLANNED, null);
        return tasks.save(TaskEntity.group(projectId, id(ids, group.parent()), details, centre, group.collapsed()))
                .id();
    }

    private UUID save(UUID projectId, SamplePlan.Task task, Map<String, UUID> ids) {
        Position centre = new Position(task.x(), task.y());
        return tasks.save(TaskEntity.task(projectId, id(ids, task.group()), task.details(), centre))
                .id();
    }

    private void connect(UUID projectId, String key, List<String> after, Map<String, UUID> ids) {
        UUID target = Objects.requireNonNull(ids.get(key));
        after.forEach(before -> dependencies.save(
                new DependencyEntity(projectId, Objects.requireNonNull(ids.get(before), before), target)));
    }

    private static @Nullable UUID id(Map<String, UUID> ids, @Nullable String key) {
        return key == null ? null : Objects.requireNonNull(ids.get(key), key);
    }
}
