package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Highlights the chain of dependent tasks with the most planned hours, or stops doing so. */
@Component
@Order(30)
class CriticalPathAction extends GraphAction {

    CriticalPathAction() {
        super(
                "btnCriticalPath",
                VaadinIcon.ROAD_BRANCHES,
                Shortcut.onGraph(Key.KEY_C, "c"),
                GraphCommands::toggleCriticalPath);
    }
}
