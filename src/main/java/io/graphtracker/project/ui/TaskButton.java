package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.UUID;

/** A button with the title of a task, which selects it and brings it into view. */
class TaskButton extends Button {

    TaskButton(GraphModel graph, UUID taskId, String title) {
        super(title, click -> {
            graph.select(taskId);
            graph.reveal();
        });
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("dependency-task");
        getElement().setAttribute("dir", "auto");
    }
}
