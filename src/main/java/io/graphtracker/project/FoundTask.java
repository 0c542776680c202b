package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task or a group that was found by its title.
 *
 * @param groupTitle the title of the group that contains it, to tell tasks of the same title apart; null if there is
 *     none, or no other task of this title
 */
public record FoundTask(UUID id, String title, @Nullable String groupTitle) {}
