package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes one task depend on another. */
@Component
@Order(20)
class AddDependencyAction extends GraphAction {

    AddDependencyAction() {
        super("btnAddEdge", VaadinIcon.CONNECT_O, Shortcut.onGraph(Key.KEY_E, "e"), GraphCommands::connectTasks);
    }

    @Override
    public boolean asksForText() {
        return true;
    }
}
