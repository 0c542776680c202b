package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Shortcut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds tasks by their titles. */
@Component
@Order(60)
class SearchAction extends GraphAction {

    SearchAction() {
        super("btnSearch", VaadinIcon.SEARCH, Shortcut.onGraph('/'), GraphCommands::search);
    }

    /** The canvas has a button for it. */
    @Override
    public boolean inHeaderByDefault() {
        return false;
    }
}
