package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds a task in the middle of the view. */
@Component
@Order(10)
class AddTaskAction implements Action {

    @Override
    public String id() {
        return "btnAddNode";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.PLUS_CIRCLE_O;
    }

    @Override
    public void perform(ActionContext context) {
        context.find(GraphCommands.class).ifPresent(GraphCommands::addTask);
    }

    @Override
    public Optional<Shortcut> shortcut() {
        return Optional.of(Shortcut.onGraph(Key.KEY_N, "n"));
    }
}
