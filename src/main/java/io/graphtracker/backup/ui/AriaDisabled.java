package io.graphtracker.backup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.signals.Signal;

/**
 * Marks buttons as not available now. Never as "disabled", which would drop the keyboard focus and hide why. A button that is new on
 * the page takes the mark away when it is made ready, so it is set once more then; see docs/workarounds.md.
 */
public final class AriaDisabled {

    private static final String SET_AGAIN =
            "Promise.resolve(this.updateComplete).then(() => this.setAttribute('aria-disabled', $0))";

    private AriaDisabled() {}

    /** Marks a button, or takes the mark away. */
    public static void set(Button button, boolean unavailable) {
        String value = Boolean.toString(unavailable);
        button.getElement().setAttribute("aria-disabled", value);
        button.getElement().executeJs(SET_AGAIN, value);
    }

    /** Lets the mark follow a signal. */
    static void bind(Button button, Signal<Boolean> unavailable) {
        Signal.effect(button, () -> set(button, unavailable.get()));
    }
}
