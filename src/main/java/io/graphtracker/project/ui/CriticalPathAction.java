package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Highlights the tasks that determine how long the remaining work takes, or stops doing so. */
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

    @Override
    public Optional<Signal<Boolean>> pressed(ActionContext context) {
        return context.find(GraphCommands.class).map(GraphCommands::criticalPathShown);
    }
}
