package io.graphtracker.actions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.texts.Texts;
import java.util.Optional;

/** A button of an action; header and panel have the same, with different ids. */
class ActionButton extends Button {

    ActionButton(String id, Action action, ActionContext context, Texts texts) {
        String name = texts.get(action.textKey());
        setId(id);
        addClassName("action-button");
        setIcon(action.icon().create());
        // a separate element, which a narrow header hides; the name stays in aria-label
        Span label = new Span(name);
        label.addClassName("action-label");
        getElement().appendChild(label.getElement());
        setAriaLabel(name);
        setTooltipText(tooltip(texts.get(action.textKey() + ".tooltip"), action, texts));
        if (action.asksForText()) {
            TypeAhead.askOnClick(this);
        }
        action.explanation(context)
                .ifPresent(explanation ->
                        Signal.effect(this, () -> setTooltipText(tooltip(explanation.get(), action, texts))));
        action.pressed(context)
                .ifPresent(pressed -> Signal.effect(
                        this, () -> getElement().setAttribute("aria-pressed", String.valueOf(pressed.get()))));
        Optional<Signal<Boolean>> enabled = action.enabled(context);
        addClickListener(click -> action.performIfEnabled(context));
        Optional<Signal<Boolean>> busy = action.busy();
        if (enabled.isPresent() || busy.isPresent()) {
            AriaDisabled.bind(
                    this,
                    () -> busy.map(Signal::get).orElse(false)
                            || !enabled.map(Signal::get).orElse(true));
        }
        busy.ifPresent(atWork -> getElement().getClassList().bind("busy", atWork));
    }

    private static String tooltip(String explanation, Action action, Texts texts) {
        return action.shortcut()
                .map(shortcut -> texts.get("actions.tooltip-with-shortcut", explanation, shortcut.label()))
                .orElse(explanation);
    }
}
