package io.graphtracker.project;

import java.time.Instant;
import java.util.UUID;

/**
 * A project as a list shows it.
 *
 * @param updatedAt when its name, state or content last changed; moving tasks about does not count
 * @param taskCount how many tasks it has; groups are not tasks
 * @param doneCount how many of them are done
 */
public record ProjectSummary(
        UUID id, String name, boolean archived, Instant updatedAt, long taskCount, long doneCount) {}
