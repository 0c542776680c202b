package io.graphtracker.project;

import org.jspecify.annotations.Nullable;

/**
 * What a person can write down about a node; {@link GraphService#update} says what is allowed.
 *
 * @param plannedHours effort in hours, absent if nobody has estimated it
 */
public record TaskDetails(
        String title,
        String description,
        NodeStatus status,
        @Nullable Double plannedHours) {}
