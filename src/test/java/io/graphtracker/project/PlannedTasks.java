package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks for tests that need no database. */
final class PlannedTasks {

    private PlannedTasks() {}

    static Task task(boolean group, @Nullable Double hours) {
        TaskDetails details = new TaskDetails("T", "", TaskStatus.PLANNED, hours);
        return new Task(UUID.randomUUID(), null, group, details, new Position(0, 0), false, 0);
    }
}
