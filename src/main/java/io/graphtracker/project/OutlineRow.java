package io.graphtracker.project;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the outline says about a task or a group.
 *
 * @param plannedHours effort in hours; null if not estimated
 * @param dependsOn the titles of the tasks that have to come first, in the order in which the dependencies were made
 */
public record OutlineRow(
        UUID id,
        String title,
        boolean group,
        TaskStatus status,
        @Nullable Double plannedHours,
        List<String> dependsOn) {}
