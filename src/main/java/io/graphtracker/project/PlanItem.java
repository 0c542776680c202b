package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the order of work depends on in a task or a group. */
interface PlanItem {

    UUID id();

    /** The group that contains it, if any. */
    @Nullable
    UUID parentId();

    /** Whether it is a group. */
    boolean group();
}
