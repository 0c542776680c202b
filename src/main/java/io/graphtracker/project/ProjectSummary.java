package io.graphtracker.project;

import java.time.Instant;
import java.util.UUID;

/**
 * A project in a list.
 *
 * @param updatedAt when its name, state or content last changed; positions of tasks do not count
 */
public record ProjectSummary(UUID id, String name, boolean archived, Instant updatedAt, Progress progress) {

    /** As it comes from a query. */
    ProjectSummary(
            UUID id,
            String name,
            boolean archived,
            Instant updatedAt,
            long tasks,
            long doneTasks,
            double hours,
            double doneHours) {
        this(id, name, archived, updatedAt, new Progress(tasks, doneTasks, hours, doneHours));
    }

    /** How many tasks it has; groups are not tasks. */
    public long taskCount() {
        return progress.tasks();
    }
}
