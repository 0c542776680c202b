package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Downloads a picture of the whole graph. */
@Component
@Order(62)
class ScreenshotAction extends GraphAction {

    ScreenshotAction() {
        super("btnScreenshot", VaadinIcon.CAMERA, null, GraphCommands::screenshot);
    }
}
