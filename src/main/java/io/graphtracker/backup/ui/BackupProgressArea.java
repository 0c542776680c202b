package io.graphtracker.backup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.texts.Texts;

/** How far the running backup is, and the button that stops it. */
class BackupProgressArea extends Div {

    private static final String CANCEL_ID = "btnCancelBackup";

    private final String focusAfterwards;

    /**
     * @param focusAfterwards the id of what gets the focus when the area goes and takes the button that has it along
     * @param cancel stops the backup
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

    /** A browser gives the focus of what is hidden to the page's body. In the same answer, so that it has not done so yet. */
    private void rescueFocus() {
        // by the parent: what is hidden runs no script
        getParent()
                .ifPresent(parent -> parent.getElement()
                        .executeJs(
                                "if (document.activeElement?.closest('#' + $0)) { document.getElementById($1)?.focus(); }",
                                CANCEL_ID,
                                focusAfterwards));
    }
}
