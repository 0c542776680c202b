package io.graphtracker.backup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.feedback.FocusRescue;
import io.graphtracker.texts.Texts;

/** The progress of the running backup, and the button that cancels it. */
class BackupProgressArea extends Div {

    private static final String CANCEL_ID = "btnCancelBackup";

    private final String focusAfterwards;

    /**
     * @param focusAfterwards the id of the element that gets the focus if the button has it when the area is hidden
     * @param cancel cancels the backup
     */
    BackupProgressArea(Signal<BackupProgressModel> progress, String focusAfterwards, Runnable cancel, Texts texts) {
        this.focusAfterwards = focusAfterwards;
        addClassName("backup-progress");

        ProgressBar bar = new ProgressBar(0, 100);
        bar.setId("backupProgress");
        bar.getElement().setAttribute("aria-label", texts.get("backup.progress.name"));
        bar.bindValue(progress.map(now -> (double) now.percent()));

        Button button = new Button(texts.get("backup.cancel"), click -> {
            if (!progress.peek().cancelling()) {
                cancel.run();
            }
        });
        button.setId(CANCEL_ID);
        button.setAriaLabel(texts.get("backup.cancel.name"));
        // never "disabled", which would drop the keyboard focus
        button.getElement().bindAttribute("aria-disabled", progress.map(now -> now.cancelling() ? "true" : "false"));

        Paragraph text = new Paragraph();
        text.setId("backupProgressText");
        text.bindText(progress.map(BackupProgressModel::text));

        add(bar, button, text);
        setVisible(false);
        Signal.effect(this, () -> show(progress.get().shown()));
    }

    private void show(boolean shown) {
        if (isVisible() && !shown) {
            rescueFocus();
        }
        setVisible(shown);
    }

    /** A browser moves the focus of a hidden element to the body. This runs in the same response, before it does so. */
    private void rescueFocus() {
        // on the parent: a hidden component runs no script
        getParent().ifPresent(parent -> FocusRescue.from(parent, CANCEL_ID, focusAfterwards));
    }
}
