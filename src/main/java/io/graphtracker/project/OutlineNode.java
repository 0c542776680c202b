package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of a task or a group in the outline.
 *
 * @param parentId the group that contains it, if any
 * @param x of its centre on the canvas, as in {@link Position}
 */
public record OutlineNode(UUID id, @Nullable UUID parentId, double x, double y) {

    /** Its centre. */
    public Position position() {
        return new Position(x, y);
    }
}
