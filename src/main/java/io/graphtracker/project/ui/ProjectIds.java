package io.graphtracker.project.ui;

import java.util.Optional;
import java.util.UUID;

/** Reads the ids of projects in addresses, which anyone can type. */
final class ProjectIds {

    private ProjectIds() {}

    /** The id, if the text is one. */
    static Optional<UUID> parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            // fromString also takes shortened ids; one project shall have one address
            return Optional.of(id).filter(parsed -> parsed.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
