package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the chain of tasks that takes longest. */
@Component
@Order(30)
class CriticalPathAction implements Action {

    @Override
    public String id() {
        return "btnCriticalPath";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.ROAD_BRANCHES;
    }

    @Override
    public void perform(ActionContext context) {
        context.find(GraphCommands.class).ifPresent(GraphCommands::toggleCriticalPath);
    }

    @Override
    public Optional<Shortcut> shortcut() {
        return Optional.of(Shortcut.onGraph(Key.KEY_C, "c"));
    }
}
