package io.graphtracker.project.ui;

import io.graphtracker.project.Dependency;
import io.graphtracker.project.GraphPatch;
import io.graphtracker.project.Task;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patch as {@code graph-store.nocache.js} reads it. */
record CanvasPatch(
        long from,
        long to,
        List<TaskRow> tasks,
        List<Dependency> dependencies,
        List<UUID> removedTasks,
        List<UUID> removedDependencies) {

    record TaskRow(
            UUID id,
            @Nullable UUID parentId,
            boolean group,
            String title,
            String status,
            double x,
            double y,
            boolean collapsed) {

        static TaskRow of(Task task) {
            return new TaskRow(
                    task.id(),
                    task.parentId(),
                    task.group(),
                    task.title(),
                    task.status().slug(),
                    task.position().x(),
                    task.position().y(),
                    task.collapsed());
        }
    }

    static CanvasPatch of(GraphPatch patch) {
        return new CanvasPatch(
                patch.from(),
                patch.to(),
                patch.tasks().stream().map(TaskRow::of).toList(),
                patch.dependencies(),
                patch.removedTasks(),
                patch.removedDependencies());
    }
}
