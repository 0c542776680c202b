package io.graphtracker.project;

import java.util.UUID;

/** A dependency with the titles of its ends. */
public record DependencyEnds(UUID id, UUID sourceId, String sourceTitle, UUID targetId, String targetTitle) {}
