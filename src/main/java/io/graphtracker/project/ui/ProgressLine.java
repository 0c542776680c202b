package io.graphtracker.project.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.graphtracker.project.Progress;
import io.graphtracker.texts.Texts;

/** How far a project is, in words and as a bar. */
class ProgressLine extends Div {

    private final Texts texts;
    private final Span text = new Span();
    private final Div bar = new Div();
    private final Div track = new Div(bar);

    ProgressLine(Texts texts) {
        this.texts = texts;
        addClassName("project-progress");
        track.addClassName("project-progress-track");
        track.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-label", texts.get("projects.progress.name"))
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100");
        add(text, track);
    }

    void show(Progress progress) {
        text.setText(describe(progress));
        track.setVisible(progress.tasks() > 0);
        track.getElement().setAttribute("aria-valuenow", String.valueOf(progress.percent()));
        bar.getStyle().set("inline-size", progress.percent() + "%");
    }

    private String describe(Progress progress) {
        if (progress.tasks() > 0 && progress.inHours()) {
            return texts.get(
                    "projects.progress.hours",
                    HoursText.rounded(progress.doneHours()),
                    HoursText.rounded(progress.hours()),
                    progress.percent());
        }
        return texts.get("projects.progress", progress.doneTasks(), progress.tasks(), progress.percent());
    }
}
