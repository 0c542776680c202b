package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page can undo and redo.
 *
 * @param undoId identifies the newest change of the page that is not undone; null if there is none
 * @param undo what that change did
 * @param redo the change of the page that was undone last; null if there is none
 */
public record UndoState(
        @Nullable UUID undoId,
        @Nullable ChangeLabel undo,
        @Nullable ChangeLabel redo) {

    static final UndoState NOTHING = new UndoState(null, null, null);
}
