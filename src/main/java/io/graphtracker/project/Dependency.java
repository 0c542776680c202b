package io.graphtracker.project;

import java.util.UUID;

/**
 * An edge of the graph, drawn as an arrow from source to target.
 *
 * @param sourceId the task that comes first
 * @param targetId the task that depends on it
 */
public record Dependency(UUID id, UUID sourceId, UUID targetId) {}
