package io.graphtracker.project;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a stored change, as far as it is known from the columns that were stored. */
sealed interface StoredRow {

    /** A task that was added or removed. */
    record WholeTask(Task task, boolean added) implements StoredRow {}

    /** Fields of a task that were changed. */
    record TaskFields(UUID taskId, Map<TaskField, @Nullable Object> before, Map<TaskField, @Nullable Object> after)
            implements StoredRow {}

    /** A dependency that was added or removed. */
    record WholeDependency(Dependency dependency, boolean added) implements StoredRow {}

    /** A comment that was added or removed. */
    record WholeComment(Comment comment, boolean added) implements StoredRow {}
}
