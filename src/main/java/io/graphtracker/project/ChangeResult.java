package io.graphtracker.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command, an undo or a redo.
 *
 * @param change null if nothing had to be changed
 * @param conflicts fields that were not written, because somebody else has changed them meanwhile
 * @param skipped the rows that were not written, because they no longer fit the graph
 * @param reconnections after a deletion, the pairs of remaining tasks that only the deleted tasks connected; none of
 *     them is connected or would close a cycle. Offer {@link GraphCommand.ConnectAll}.
 * @param undo what the page can undo and redo now; null if nothing was changed
 */
public record ChangeResult(
        @Nullable Change change,
        List<FieldConflict> conflicts,
        SkippedRows skipped,
        List<TaskPair> reconnections,
        @Nullable UndoState undo) {

    public ChangeResult {
        conflicts = List.copyOf(conflicts);
        reconnections = List.copyOf(reconnections);
    }
}
