package io.graphtracker.feedback;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;

/**
 * The polite live region of a page. It is attached, empty, from the start: screen readers announce changes of a
 * region they know already, and often miss a region that appears together with its text.
 */
@SpringComponent
@UIScope
public final class StatusRegion extends Div {

    public StatusRegion() {
        setId("statusRegion");
        addClassName("visually-hidden");
        getElement().setAttribute("role", "status");
        // implied by the role, but Vaadin's modal dialogs hide all elements from screen readers that lack the attribute
        getElement().setAttribute("aria-live", "polite");
    }

    /** Forgets the last announcement; nothing is announced. */
    void clear() {
        setText("");
    }

    /** Announces a text politely, even if it is the same as before. */
    public void announce(String text) {
        // screen readers announce changes only; a no-break space makes a repeated text a change
        setText(text.equals(getText()) ? text + '\u00a0' : text);
    }
}
