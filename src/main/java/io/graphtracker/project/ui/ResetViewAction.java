package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the middle of the graph at its natural size. */
@Component
@Order(50)
class ResetViewAction implements Action {

    @Override
    public String id() {
        return "btnResetView";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CROSSHAIRS;
    }

    @Override
    public void perform(ActionContext context) {
        context.find(GraphCommands.class).ifPresent(GraphCommands::resetView);
    }

    @Override
    public Optional<Shortcut> shortcut() {
        return Optional.of(Shortcut.onGraph(Key.DIGIT_0, "0"));
    }
}
