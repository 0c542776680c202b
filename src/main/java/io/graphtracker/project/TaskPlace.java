package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a task or a group is drawn, and what that depends on.
 *
 * @param parentId the group that contains it, if any
 * @param x of its centre, as in {@link Position}
 * @param collapsed whether a group shows its name only
 */
public record TaskPlace(
        UUID id, @Nullable UUID parentId, boolean group, String title, double x, double y, boolean collapsed) {

    /** Its centre. */
    public Position position() {
        return new Position(x, y);
    }
}
