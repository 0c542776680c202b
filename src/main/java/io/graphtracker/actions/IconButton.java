package io.graphtracker.actions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip.AriaLinkMode;

/** A button without a border that shows an icon only; its name is its tooltip, too. */
public class IconButton extends Button {

    public IconButton(VaadinIcon icon, String name, Runnable action) {
        super(icon.create(), click -> action.run());
        addThemeVariants(ButtonVariant.TERTIARY);
        name(this, name);
    }

    public IconButton(String id, VaadinIcon icon, String name, Runnable action) {
        this(icon, name, action);
        setId(id);
    }

    /** Names a button, and shows the name as its tooltip, which screen readers do not announce a second time. */
    public static void name(Button button, String name) {
        button.setAriaLabel(name);
        button.setTooltipText(name);
        button.getTooltip().setAriaLinkMode(AriaLinkMode.NONE);
    }
}
