package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Downloads the plan as JSON. */
@Component
@Order(64)
class ExportJsonAction extends GraphAction {

    ExportJsonAction() {
        super("btnExportJSON", VaadinIcon.DOWNLOAD_ALT, null, commands -> commands.exportPlan("json"));
    }
}
