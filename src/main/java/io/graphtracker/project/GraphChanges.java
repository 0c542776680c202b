package io.graphtracker.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes the graph of a project, and undoes that. Each change is one transaction and one revision; pages are told by
 * {@link GraphUpdates} when it is stored.
 */
@Service
public class GraphChanges {

    /**
     * Executes a command as one change.
     *
     * @param pageId the page that can undo it: the same for the page of one browser tab, also after a reload, at most
     *     100 characters; null if no page can
     * @throws ProjectException if the rules of a project refuse it; nothing was changed
     */
    public ChangeResult execute(UUID projectId, @Nullable String pageId, GraphCommand command) {
        throw new UnsupportedOperationException("Not yet");
    }

    /**
     * Undoes the newest change of a page that is not undone yet, as a new change. What others have changed meanwhile
     * is kept, and told by the result.
     *
     * @throws ProjectException if there is nothing to undo, or no such project
     */
    public ChangeResult undo(UUID projectId, String pageId) {
        throw new UnsupportedOperationException("Not yet");
    }

    /**
     * Undoes a certain change of a page, which need not be the newest.
     *
     * @param changeId see {@link Change#id}
     * @throws ProjectException if it is undone already, is not a change of this page, or is too old
     */
    public ChangeResult undo(UUID projectId, String pageId, UUID changeId) {
        throw new UnsupportedOperationException("Not yet");
    }

    /**
     * Redoes what a page has undone last, unless the page has changed anything since.
     *
     * @throws ProjectException if there is nothing to redo, or no such project
     */
    public ChangeResult redo(UUID projectId, String pageId) {
        throw new UnsupportedOperationException("Not yet");
    }

    /** What a page can undo and redo, for example after it was reloaded. */
    public UndoState undoState(UUID projectId, String pageId) {
        return UndoState.NOTHING;
    }
}
