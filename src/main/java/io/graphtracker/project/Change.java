package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored change of the graph of a project. An undo is a change, too.
 *
 * @param generation of the database, see {@link io.graphtracker.database.DatabaseGeneration}: pages of another one must
 *     ignore the change
 * @param pageId the page that made it; null for none
 * @param undoOf the change that it undid, or the undo that it undid; null for an ordinary change
 * @param label what it did; of an undo, what was done at first
 * @param patch what it added, changed and removed; its {@link GraphPatch#to} is the revision of this change
 */
public record Change(
        UUID id,
        UUID projectId,
        long generation,
        @Nullable String pageId,
        @Nullable UUID undoOf,
        ChangeLabel label,
        GraphPatch patch) {

    /** The revision that the graph got by this change. */
    public long revision() {
        return patch.to();
    }
}
