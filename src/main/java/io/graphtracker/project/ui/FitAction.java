package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the whole graph. */
@Component
@Order(40)
class FitAction extends GraphAction {

    FitAction() {
        super("btnFit", VaadinIcon.EXPAND_SQUARE, Shortcut.onGraph(Key.KEY_F, "f"), GraphCommands::fit);
    }
}
