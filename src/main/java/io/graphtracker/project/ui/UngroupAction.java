package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Dissolves the selected groups, and keeps what they contain. */
@Component
@Order(57)
class UngroupAction extends GraphAction {

    UngroupAction() {
        super("btnUngroup", VaadinIcon.FOLDER_REMOVE, Shortcut.onGraph(Key.KEY_U, "u"), GraphCommands::ungroup);
    }
}
