package io.graphtracker.project;

import java.util.UUID;

/**
 * Two tasks that are, or could be, connected.
 *
 * @param sourceId the task that comes first
 * @param targetId the task that depends on it
 */
public record TaskPair(UUID sourceId, UUID targetId) {}
