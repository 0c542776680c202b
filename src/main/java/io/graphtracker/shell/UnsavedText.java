package io.graphtracker.shell;

import com.vaadin.flow.component.Component;

/**
 * Marks the parts of a page that contain text the user has typed and that could not be saved, so that the page is not
 * reloaded. Text that has not been sent yet is known to the browser itself.
 */
public final class UnsavedText {

    /** Read by {@code restore-banner.nocache.js}; it has no value. */
    private static final String ATTRIBUTE = "data-unsaved";

    private UnsavedText() {}

    /** Sets or removes the mark. */
    public static void mark(Component part, boolean unsaved) {
        part.getElement().setAttribute(ATTRIBUTE, unsaved);
    }

    /** Whether a part of the page is marked. */
    public static boolean isMarked(Component part) {
        return part.getElement().hasAttribute(ATTRIBUTE);
    }
}
