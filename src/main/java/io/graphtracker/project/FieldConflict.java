package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field of a task that was not written, because somebody else has changed it meanwhile.
 *
 * @param title of the task
 * @param current the value that was kept
 * @param wanted the value that was not written
 */
public record FieldConflict(
        UUID taskId,
        String title,
        TaskField field,
        @Nullable Object current,
        @Nullable Object wanted) {}
