package io.graphtracker.backup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.actions.AriaDisabled;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.Origin;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.feedback.Message;
import io.graphtracker.texts.Texts;

/** Starts backups from pages, and makes the components that start a backup and show its progress. */
@org.springframework.stereotype.Component
public class BackupStarter {

    /** What messages about backups of this page are about. */
    private static final String SUBJECT = "backup";

    private final BackupService backups;
    private final BackupActivity activity;
    private final BackupJobUpdates running;
    private final BackupMessages messages;
    private final PageWork work;
    private final FolderChoices folders;
    private final BackupTexts backupTexts;
    private final Texts texts;

    BackupStarter(
            BackupService backups,
            BackupActivity activity,
            BackupJobUpdates running,
            BackupMessages messages,
            PageWork work,
            FolderChoices folders,
            BackupTexts backupTexts,
            Texts texts) {
        this.backups = backups;
        this.activity = activity;
        this.running = running;
        this.messages = messages;
        this.work = work;
        this.folders = folders;
        this.backupTexts = backupTexts;
        this.texts = texts;
    }

    /** Starts a backup, and shows the result on the page. */
    public void start(Feedback feedback) {
        Origin origin = new Origin(feedback.pageId());
        work.begin(
                user -> backups.backUp(user, origin),
                backup -> feedback.show(messages.done(backup).about(SUBJECT)),
                reason -> showProblem(reason, feedback));
    }

    private void showProblem(BackupException reason, Feedback feedback) {
        Message problem = messages.of(reason).about(SUBJECT);
        if (reason.problem().isFolderUnset()) {
            feedback.show(problem, close -> folderForm(close, feedback));
        } else {
            feedback.show(problem);
        }
    }

    /**
     * Asks for the folder, and goes on with the backup.
     *
     * @param chosen called when the folder is set
     */
    public Component folderForm(Runnable chosen, Feedback feedback) {
        return new FolderForm(
                folders,
                () -> {
                    chosen.run();
                    start(feedback);
                },
                backupTexts,
                texts);
    }

    /** A button that starts a backup; busy while any backup is running. */
    public Button button(String id, Feedback feedback) {
        Button button = new Button(VaadinIcon.DATABASE.create(), click -> start(feedback));
        button.setId(id);
        button.addClassName("action-button");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        Span label = new Span(texts.get("action.btnBackupDB"));
        label.addClassName("action-label");
        button.getElement().appendChild(label.getElement());
        Signal<Boolean> busy = activity.busy();
        AriaDisabled.bind(button, busy);
        button.getElement().getClassList().bind("busy", busy);
        return button;
    }

    /**
     * The progress of the running backup.
     *
     * @param focusAfterwards the id of the element that gets the focus if the cancel button has it when the area is
     *     hidden
     */
    public Component progress(String focusAfterwards, Feedback feedback) {
        return new BackupProgressArea(running.progress(), focusAfterwards, () -> cancel(feedback), texts);
    }

    /** Shows only that there is nothing to cancel; the result is shown on the page that started the backup. */
    private void cancel(Feedback feedback) {
        try {
            backups.cancel();
        } catch (BackupException e) {
            feedback.show(messages.of(e));
        }
    }
}
