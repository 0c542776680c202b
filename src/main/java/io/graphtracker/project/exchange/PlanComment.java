package io.graphtracker.project.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a task.
 *
 * @param author may be empty
 * @param time null if the file does not say
 */
public record PlanComment(String author, @Nullable Instant time, String text) {}
