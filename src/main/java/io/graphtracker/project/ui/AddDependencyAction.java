package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes one task depend on another. */
@Component
@Order(20)
class AddDependencyAction implements Action {

    @Override
    public String id() {
        return "btnAddEdge";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CONNECT_O;
    }

    @Override
    public void perform(ActionContext context) {
        context.find(GraphCommands.class).ifPresent(GraphCommands::connectTasks);
    }

    @Override
    public Optional<Shortcut> shortcut() {
        return Optional.of(Shortcut.onGraph(Key.KEY_E, "e"));
    }
}
