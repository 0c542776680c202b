package io.graphtracker.actions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.texts.Texts;

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
        action.explanation(context)
                .ifPresent(explanation ->
                        Signal.effect(this, () -> setTooltipText(tooltip(explanation.get(), action, texts))));
        addClickListener(click -> action.perform(context));
        action.enabled(context).ifPresent(this::bindEnabled);
        action.busy().ifPresent(busy -> {
            // not "disabled", which would drop the keyboard focus
            getElement().bindAttribute("aria-disabled", busy.map(atWork -> atWork ? "true" : "false"));
            getElement().getClassList().bind("busy", busy);
        });
    }

    private static String tooltip(String explanation, Action action, Texts texts) {
        return action.shortcut()
                .map(shortcut -> texts.get("actions.tooltip-with-shortcut", explanation, shortcut.label()))
                .orElse(explanation);
    }
}
