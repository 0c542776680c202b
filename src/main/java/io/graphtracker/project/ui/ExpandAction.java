package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows again what groups contain. */
@Component
@Order(59)
class ExpandAction extends GraphAction {

    ExpandAction() {
        super("btnExpand", VaadinIcon.PLUS_SQUARE_O, Shortcut.onGraph('+'), GraphCommands::expand);
    }
}
