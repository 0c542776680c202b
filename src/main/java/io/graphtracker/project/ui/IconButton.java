package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A button without a border that shows an icon only; its name is its tooltip, too. */
class IconButton extends Button {

    IconButton(VaadinIcon icon, String name, Runnable action) {
        super(icon.create(), click -> action.run());
        addThemeVariants(ButtonVariant.TERTIARY);
        setAriaLabel(name);
        setTooltipText(name);
    }

    IconButton(String id, VaadinIcon icon, String name, Runnable action) {
        this(icon, name, action);
        setId(id);
    }
}
