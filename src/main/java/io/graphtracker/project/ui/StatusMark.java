package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Span;
import io.graphtracker.project.TaskStatus;
import io.graphtracker.texts.Texts;

/** A status within text: a coloured dot and its name. */
class StatusMark extends Span {

    StatusMark(TaskStatus status, Texts texts) {
        addClassName("status-mark");
        Span dot = new Span();
        dot.addClassNames("status-dot", "status-" + status.slug());
        add(dot, new Span(texts.get(status.textKey())));
    }
}
