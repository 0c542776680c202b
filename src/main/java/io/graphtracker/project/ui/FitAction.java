package io.graphtracker.project.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionContext;
import io.graphtracker.actions.Shortcut;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the whole graph. */
@Component
@Order(40)
class FitAction implements Action {

    @Override
    public String id() {
        return "btnFit";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.EXPAND_SQUARE;
    }

    @Override
    public void perform(ActionContext context) {
        context.find(GraphCommands.class).ifPresent(GraphCommands::fit);
    }

    @Override
    public Optional<Shortcut> shortcut() {
        return Optional.of(Shortcut.onGraph(Key.KEY_F, "f"));
    }
}
