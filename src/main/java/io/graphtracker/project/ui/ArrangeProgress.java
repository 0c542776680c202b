package io.graphtracker.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.graphtracker.feedback.FocusRescue;
import io.graphtracker.texts.Texts;

/** Shows over the canvas that a plan is being arranged, with a button that cancels it. */
class ArrangeProgress extends Div {

    private static final String ID = "arrangeProgress";

    private final String focusAfterwards;

    /**
     * @param focusAfterwards the id of the element that gets the focus if the button has it when it disappears
     * @param cancel cancels the layout
     */
    ArrangeProgress(String focusAfterwards, Runnable cancel, Texts texts) {
        this.focusAfterwards = focusAfterwards;
        setId(ID);
        addClassName("arrange-progress");
        Span text = new Span(texts.get("arrange.running"));
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", texts.get("arrange.running"));
        Button button = new Button(texts.get("dialog.cancel"), click -> cancel.run());
        button.setId("btnCancelArrange");
        button.setAriaLabel(texts.get("arrange.cancel.name"));
        add(text, bar, button);
        setVisible(false);
    }

    void show() {
        setVisible(true);
    }

    void hide() {
        if (isVisible()) {
            // on the parent: a hidden component runs no script
            getParent().ifPresent(parent -> FocusRescue.from(parent, ID, focusAfterwards));
            setVisible(false);
        }
    }
}
