package io.graphtracker.actions;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import io.graphtracker.texts.Texts;

/** The buttons in the header: one for each action, visible if the user has chosen so. */
class HeaderActions extends HorizontalLayout {

    HeaderActions(ActionRegistry registry, HeaderVisibility visibility, ActionContext context, Texts texts) {
        setId("headerActions");
        addClassName("header-actions");
        setSpacing(false);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", texts.get("actions.header.name"));
        for (Action action : registry.actions()) {
            ActionButton button = new ActionButton(action.id(), action, context, texts);
            if (action.isPrimary()) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            // read by header-overflow.nocache.js
            button.getElement().setAttribute("data-chosen", !action.inHeaderByDefault());
            button.bindVisible(visibility.isShown(action));
            add(button);
        }
    }
}
