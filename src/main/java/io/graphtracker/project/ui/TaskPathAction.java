package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Highlights the longest chain of work through the selected task, or stops doing so. */
@Component
@Order(31)
class TaskPathAction extends GraphAction {

    TaskPathAction() {
        super("btnTaskPath", VaadinIcon.LINK, Shortcut.onGraph(Key.KEY_P, "p"), GraphCommands::toggleTaskPath);
    }

    /** The panel of the critical path has a button for it. */
    @Override
    public boolean inHeaderByDefault() {
        return false;
    }

    @Override
    public Optional<Signal<Boolean>> pressed(ActionContext context) {
        return context.find(GraphCommands.class).map(GraphCommands::taskPathShown);
    }
}
