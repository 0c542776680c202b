package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.graphtracker.actions.Action;
import io.graphtracker.actions.ActionContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Downloads a picture of the graph. */
@Component
@Order(60)
class ScreenshotAction implements Action {

    @Override
    public String id() {
        return "btnScreenshot";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CAMERA;
    }

    @Override
    public void perform(ActionContext context) {
        context.find(GraphCommands.class).ifPresent(GraphCommands::screenshot);
    }
}
