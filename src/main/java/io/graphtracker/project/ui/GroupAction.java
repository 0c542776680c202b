package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes a group of the selected tasks. */
@Component
@Order(56)
class GroupAction extends GraphAction {

    GroupAction() {
        super("btnGroup", VaadinIcon.FOLDER_ADD, Shortcut.onGraph(Key.KEY_G, "g"), GraphCommands::group);
    }

    @Override
    public boolean asksForText() {
        return true;
    }
}
