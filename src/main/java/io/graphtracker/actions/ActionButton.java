package io.graphtracker.actions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.texts.Texts;

/** A button of an action, the same in header and panel but for its id. */
class ActionButton extends Button {

    ActionButton(String id, Action action, ActionContext context, Texts texts) {
        String name = texts.get(action.textKey());
        setId(id);
        addClassName("action-button");
        setIcon(action.icon().create());
        // a child of its own, so that a narrow header can hide it; the name stays in aria-label
        Span label = new Span(name);
        label.addClassName("action-label");
        getElement().appendChild(label.getElement());
        setAriaLabel(name);
        setTooltipText(tooltip(action, texts));
        addClickListener(click -> action.perform(context));
        action.enabled(context).ifPresent(this::bindEnabled);
        action.busy().ifPresent(busy -> {
            // never "disabled", which would drop the keyboard focus in the middle of the work
            getElement().bindAttribute("aria-disabled", busy.map(atWork -> atWork ? "true" : "false"));
            getElement().getClassList().bind("busy", busy);
        });
    }

    private static String tooltip(Action action, Texts texts) {
        String explanation = texts.get(action.textKey() + ".tooltip");
        return action.shortcut()
                .map(shortcut -> texts.get("actions.tooltip-with-shortcut", explanation, shortcut.label()))
                .orElse(explanation);
    }
}
