package io.graphtracker.shell;

import com.vaadin.flow.component.Component;

/**
 * Marks the parts of a page that hold what a person typed and what could not be saved, so that nothing reloads the page under
 * them. What was typed and not yet sent, the browser knows by itself.
 */
public final class UnsavedText {

    /** What scripts look for; it has no value. */
    private static final String ATTRIBUTE = "data-unsaved";

    private UnsavedText() {}

    /** Notes whether a part of the page holds such text. */
    public static void mark(Component part, boolean unsaved) {
        part.getElement().setAttribute(ATTRIBUTE, unsaved);
    }

    /** Whether a part of the page is known to hold such text. */
    public static boolean isMarked(Component part) {
        return part.getElement().hasAttribute(ATTRIBUTE);
    }
}
