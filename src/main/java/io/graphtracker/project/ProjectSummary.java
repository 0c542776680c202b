package io.graphtracker.project;

import java.time.Instant;
import java.util.UUID;

/**
 * A project in a list.
 *
 * @param updatedAt when its name, state or content last changed; positions of tasks do not count
 * @param taskCount how many tasks it has; groups are not tasks
 * @param doneCount how many of them are done
 */
public record ProjectSummary(
        UUID id, String name, boolean archived, Instant updatedAt, long taskCount, long doneCount) {}
