package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows groups by their titles only. */
@Component
@Order(58)
class CollapseAction extends GraphAction {

    CollapseAction() {
        super("btnCollapse", VaadinIcon.MINUS_SQUARE_O, Shortcut.onGraph('-'), GraphCommands::collapse);
    }
}
