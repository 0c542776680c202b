package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the middle of the graph at its natural size. */
@Component
@Order(50)
class ResetViewAction extends GraphAction {

    ResetViewAction() {
        super("btnResetView", VaadinIcon.CROSSHAIRS, Shortcut.onGraph(Key.DIGIT_0, "0"), GraphCommands::resetView);
    }
}
