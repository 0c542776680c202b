package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of a project, or a group, which contains tasks and other groups.
 *
 * @param parentId the group it lies in, if in one
 * @param group whether it is a group; a group has no dependencies of its own
 * @param description plain text, perhaps empty
 * @param plannedHours effort in hours, absent if nobody has estimated it
 * @param position its centre; a group's is only where it would be without children, the canvas draws it around them
 */
public record Task(
        UUID id,
        @Nullable UUID parentId,
        boolean group,
        String title,
        String description,
        TaskStatus status,
        @Nullable Double plannedHours,
        Position position) {}
