package io.graphtracker.project;

import java.util.Optional;
import java.util.UUID;

/** Parses the ids of projects in addresses. */
public final class ProjectIds {

    private ProjectIds() {}

    /** The id, if the text is one. */
    public static Optional<UUID> parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            // fromString accepts shortened ids, too, but each project has a single address
            return Optional.of(id).filter(parsed -> parsed.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
