package io.graphtracker.actions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.signals.Signal;

/**
 * Marks buttons as unavailable by {@code aria-disabled}. Never {@code disabled}, which would drop the keyboard focus
 * and hide the reason. A new button removes the attribute when it is initialized, so it is set once more then; see
 * docs/workarounds.md.
 */
public final class AriaDisabled {

    private static final String SET_AGAIN =
            "Promise.resolve(this.updateComplete).then(() => this.setAttribute('aria-disabled', $0))";

    private AriaDisabled() {}

    /** Marks a button, or removes the mark. */
    public static void set(Button button, boolean unavailable) {
        String value = Boolean.toString(unavailable);
        button.getElement().setAttribute("aria-disabled", value);
        button.getElement().executeJs(SET_AGAIN, value);
    }

    /** Binds the mark to a signal. */
    public static void bind(Button button, Signal<Boolean> unavailable) {
        Signal.effect(button, () -> set(button, unavailable.get()));
    }
}
