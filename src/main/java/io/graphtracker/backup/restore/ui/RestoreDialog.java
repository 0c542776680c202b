package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.catalog.VerificationTexts;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreResult;
import io.graphtracker.backup.restore.RestoreTexts;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;

/**
 * The dialog of a restore: checks what is to be restored, shows what that means, asks for confirmation, shows the steps
 * and then the result. It cannot be closed while the restore runs.
 *
 * @see "docs/decisions/2026-12-01-a-tick-confirms-a-restore.md"
 */
class RestoreDialog extends Dialog {

    private final RestoreRequest request;
    private final RestoreCommands commands;
    private final RestoreActivity activity;
    private final Feedback page;
    private final RestoreTexts restoreTexts;
    private final BackupTexts backupTexts;
    private final Texts texts;
    private final Div content = new Div();
    private final Button close;

    RestoreDialog(
            RestoreRequest request,
            RestoreCommands commands,
            RestoreActivity activity,
            Feedback page,
            RestoreTexts restoreTexts,
            BackupTexts backupTexts,
            Texts texts) {
        this.request = request;
        this.commands = commands;
        this.activity = activity;
        this.page = page;
        this.restoreTexts = restoreTexts;
        this.backupTexts = backupTexts;
        this.texts = texts;
        setId("restoreDialog");
        addClassName("restore-dialog");
        setWidth("34rem");
        setHeaderTitle(restoreTexts.title(request));
        // a click outside must not discard what was checked
        setCloseOnOutsideClick(false);
        content.setId("restoreContent");
        content.addClassName("restore-content");
        content.getElement().setAttribute("tabindex", "-1");
        close = new Button(texts.get("dialog.cancel"), click -> close());
        close.setId("btnCloseRestore");
        add(content);
        getFooter().add(close);
    }

    /** Opens the dialog, and starts the check. */
    void begin() {
        Paragraph checking = Paragraphs.of("restoreChecking", texts.get("restore.checking"));
        content.add(checking);
        open();
        close.focus();
        VerificationJob check = commands.preview(
                request,
                progress -> checking.setText(
                        progress.equals(VerificationProgress.NONE)
                                ? texts.get("restore.checking")
                                : texts.get("restore.checking.progress", VerificationTexts.of(progress, texts))),
                preview -> ifOpen(() -> showPreview(preview)),
                reason -> ifOpen(() -> showRefusal(reason)));
        // closed, or the page was left
        addDetachListener(detach -> check.cancel());
    }

    /** A dialog that was closed meanwhile shows nothing of the check that it cancelled. */
    private void ifOpen(Runnable answer) {
        if (isOpened()) {
            answer.run();
        }
    }

    private void showRefusal(BackupException reason) {
        content.removeAll();
        showProblem(reason);
    }

    private void showPreview(RestorePreview preview) {
        setHeaderTitle(restoreTexts.title(preview));
        content.removeAll();
        content.add(new PreviewPane(preview, restoreTexts, texts));
        Button confirm = new Button(restoreTexts.confirm(request));
        confirm.setId("btnConfirmRestore");
        confirm.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.PRIMARY);
        Understood understood = new Understood(texts);
        content.add(understood);
        confirm.addClickListener(click -> {
            if (understood.isConfirmed()) {
                run(preview);
            }
        });
        getFooter().add(confirm);
        page.announce(texts.get("restore.checked"));
    }

    private void run(RestorePreview confirmed) {
        setCloseOnEsc(false);
        content.removeAll();
        getFooter().removeAll();
        Paragraph running = Paragraphs.of("restoreRunning", texts.get("restore.running"));
        content.add(running, new RestoreSteps(activity, page, texts));
        // the button that had the focus is gone
        content.getElement().callJsFunction("focus");
        commands.restore(
                confirmed,
                page,
                result -> {
                    content.remove(running);
                    showDone(confirmed, result);
                },
                reason -> {
                    content.remove(running);
                    showProblem(reason);
                });
    }

    private void showDone(RestorePreview confirmed, RestoreResult result) {
        String done = restoreTexts.done(confirmed);
        String former = restoreTexts.former(result);
        content.addComponentAsFirst(Paragraphs.of("restoreDone", done));
        if (!former.isEmpty()) {
            content.add(Paragraphs.of("restoreFormer", former));
        }
        Button reload = new Button(
                texts.get("restore.reload"), click -> getUI().map(UI::getPage).ifPresent(browser -> browser.reload()));
        reload.setId("btnReload");
        reload.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(reload);
        reload.focus();
        page.announce(done + " " + former);
    }

    /** Nothing was done; the dialog can only be closed. */
    private void showProblem(BackupException reason) {
        setCloseOnEsc(true);
        Div problem = new Div(
                Paragraphs.of("restoreProblem", backupTexts.message(reason)),
                Paragraphs.of("restoreProblemHint", backupTexts.hint(reason)));
        problem.addClassName("restore-problem");
        problem.getElement().setAttribute("role", "alert");
        content.addComponentAsFirst(problem);
        close.setText(texts.get("dialog.close"));
        getFooter().removeAll();
        getFooter().add(close);
        close.focus();
    }
}
