package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;

/** The legend of the statuses, in the colours and signs of the canvas. */
class StatusLegend extends UnorderedList {

    StatusLegend(Texts texts) {
        addClassName("status-legend");
        for (TaskStatus status : TaskStatus.values()) {
            add(new ListItem(new StatusMark(status, texts)));
        }
    }
}
