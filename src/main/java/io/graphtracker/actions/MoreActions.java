package io.graphtracker.actions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.graphtracker.texts.Texts;

/**
 * A button that opens the actions for which the header has no room. Which ones these are, only the browser knows: it
 * hides their buttons in the header, and shows those here. Not a MenuBar, see docs/workarounds.md.
 */
@Tag("header-overflow")
@JsModule("context://app/header-overflow.nocache.js")
class MoreActions extends Component implements HasComponents {

    /** What the id of a button here adds to that in the header. */
    private static final String SUFFIX = "More";

    MoreActions(ActionRegistry registry, ActionContext context, Texts texts) {
        setId("moreActions");
        Button open = new Button(VaadinIcon.ELLIPSIS_DOTS_H.create());
        open.setId("btnMoreActions");
        open.addClassName("action-button");
        IconButton.name(open, texts.get("actions.more"));
        open.getElement().setAttribute("aria-haspopup", "dialog").setAttribute("aria-expanded", "false");
        Popover popover = new Popover();
        popover.setAriaLabel(texts.get("actions.more"));
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAutofocus(true);
        popover.setTarget(open);
        Div items = new Div();
        items.addClassName("more-actions");
        for (Action action : registry.actions()) {
            ActionButton button = new ActionButton(action.id() + SUFFIX, action, context, texts);
            button.addThemeVariants(ButtonVariant.TERTIARY);
            button.addClickListener(click -> popover.close());
            items.add(button);
        }
        popover.add(items);
        add(open, popover);
    }
}
