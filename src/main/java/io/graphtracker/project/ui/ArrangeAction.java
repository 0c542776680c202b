package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Arranges the plan, or what is selected. */
@Component
@Order(55)
class ArrangeAction extends GraphAction {

    ArrangeAction() {
        super("btnArrange", VaadinIcon.SITEMAP, Shortcut.onGraph(Key.KEY_A, "a"), GraphCommands::arrange);
    }
}
