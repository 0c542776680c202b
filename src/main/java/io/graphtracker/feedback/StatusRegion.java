package io.graphtracker.feedback;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;

/**
 * The one polite live region of a page. It is on the page, empty, from the start: screen readers announce changes of a
 * region they already know, and often miss one that arrives together with its text.
 */
@SpringComponent
@UIScope
public class StatusRegion extends Div {

    public StatusRegion() {
        setId("statusRegion");
        addClassName("visually-hidden");
        getElement().setAttribute("role", "status");
        // what the role means anyway; but Vaadin's modal dialogs hide from readers all that does not say so itself
        getElement().setAttribute("aria-live", "polite");
    }

    /** Speaks a text politely, also when it is the same text as before. */
    public void announce(String text) {
        // a no-break space makes a repeated text a changed text, which is what readers listen for
        setText(text.equals(getText()) ? text + '\u00a0' : text);
    }
}
