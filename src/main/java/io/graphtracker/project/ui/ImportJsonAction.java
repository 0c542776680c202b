package io.graphtracker.project.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the dialog that adds a plan from a file, of any format that can be read. */
@Component
@Order(66)
class ImportJsonAction extends GraphAction {

    ImportJsonAction() {
        super("btnImportJSON", VaadinIcon.UPLOAD_ALT, null, GraphCommands::importPlan);
    }
}
