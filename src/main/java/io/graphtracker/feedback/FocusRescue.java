package io.graphtracker.feedback;

import com.vaadin.flow.component.Component;

/** Moves the focus off what is about to disappear: a browser would move it to the top of the page. */
public final class FocusRescue {

    private static final String RESCUE =
            "if (document.activeElement?.closest('#' + $0)) { document.getElementById($1)?.focus(); }";

    private static final String TO_HEADING =
            "const h1 = document.querySelector('h1'); if (h1) { h1.tabIndex = -1; h1.focus(); }";

    private FocusRescue() {}

    /**
     * Call it before something is hidden or removed.
     *
     * @param component stays; what disappears may be in it
     * @param id of what disappears
     * @param next the id of what gets the focus if it is in there
     */
    public static void from(Component component, String id, String next) {
        component.getElement().executeJs(RESCUE, id, next);
    }

    /** Moves the focus to the heading of the page. */
    public static void toHeading(Component component) {
        component.getElement().executeJs(TO_HEADING);
    }
}
