package io.graphtracker.backup;

/**
 * Where a request came from. It comes back in the event of its start, so that the page that made the request recognizes
 * the work as its own.
 *
 * @param id opaque; empty if it came from no page
 */
public record Origin(String id) {

    /** A request that no page made: of a script, or of the application itself. */
    public static final Origin NONE = new Origin("");
}
