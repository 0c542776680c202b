package io.graphtracker.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a page can undo and redo, worked out from all changes that it has made. */
final class UndoStack {

    /**
     * A change of the page.
     *
     * @param undoOf see {@link Change#undoOf}
     * @param empty whether it changed nothing, because all of it was skipped; it is neither undone nor redone
     */
    record Entry(UUID id, @Nullable UUID undoOf, ChangeLabel label, boolean empty) {}

    private final Deque<Entry> undo = new ArrayDeque<>();
    private final Deque<Entry> redo = new ArrayDeque<>();

    /** @param changes of the page, the oldest first */
    UndoStack(List<Entry> changes) {
        changes.forEach(this::push);
    }

    /** Takes a new change into account. */
    void push(Entry change) {
        UUID undone = change.undoOf();
        if (undone == null) {
            undo.push(change);
            redo.clear();
        } else if (undo.removeIf(is(undone))) {
            keep(redo, change);
        } else if (redo.removeIf(is(undone))) {
            keep(undo, change);
        }
        // otherwise what it undid has been forgotten, and nobody can tell an undo from a redo
    }

    private static void keep(Deque<Entry> stack, Entry change) {
        if (!change.empty()) {
            stack.push(change);
        }
    }

    private static Predicate<Entry> is(UUID id) {
        return entry -> entry.id().equals(id);
    }

    Optional<Entry> undo() {
        return Optional.ofNullable(undo.peek());
    }

    /** A certain change, if it can be undone. */
    Optional<Entry> undo(UUID id) {
        return undo.stream().filter(is(id)).findFirst();
    }

    Optional<Entry> redo() {
        return Optional.ofNullable(redo.peek());
    }

    UndoState state() {
        return new UndoState(
                undo().map(Entry::id).orElse(null),
                undo().map(Entry::label).orElse(null),
                redo().map(Entry::label).orElse(null));
    }
}
