package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of a task or a group in the outline.
 *
 * @param parentId the group that contains it, if any
 */
public record OutlineNode(UUID id, @Nullable UUID parentId, boolean group) {}
