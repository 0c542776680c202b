package io.graphtracker.project;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has said about a task or a group.
 *
 * @param author the name of the user who wrote it
 * @param text plain text of up to 5,000 characters
 * @param at when it was written, to the millisecond
 */
public record Comment(UUID id, UUID taskId, String author, String text, Instant at) {}
