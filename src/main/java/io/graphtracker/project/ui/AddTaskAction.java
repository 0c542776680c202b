package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds a task. */
@Component
@Order(10)
class AddTaskAction extends GraphAction {

    AddTaskAction() {
        super("btnAddNode", VaadinIcon.PLUS_CIRCLE_O, Shortcut.onGraph(Key.KEY_N, "n"), GraphCommands::addTask);
    }

    @Override
    public boolean isPrimary() {
        return true;
    }

    @Override
    public boolean asksForText() {
        return true;
    }
}
