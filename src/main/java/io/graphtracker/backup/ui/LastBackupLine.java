package io.graphtracker.backup.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.shell.BackLinks;
import io.graphtracker.texts.Texts;

/**
 * Below the action's button: the progress of the running backup, and the last backup, which stays when the message is
 * gone.
 */
class LastBackupLine extends Div {

    private final transient BackupActivity activity;
    private final Anchor all;

    LastBackupLine(BackupActivity activity, Component progress, Feedback feedback, Texts texts) {
        this.activity = activity;
        setId("lastBackup");
        addClassName("last-backup");
        Signal<LastBackupModel> last = activity.last();

        Paragraph summary = new Paragraph();
        summary.setId("lastBackupSummary");
        summary.bindText(last.map(backup -> summary(backup, texts)));

        Paragraph running = new Paragraph();
        running.setId("backupRunning");
        running.bindText(activity.running());
        running.bindVisible(activity.busy());

        Code path = new Code();
        path.setId("lastBackupPath");
        path.bindText(last.map(LastBackupModel::path));
        Button copy =
                PathCopy.button(texts.get("backup.copy-path"), () -> last.peek().path(), feedback, texts);
        copy.setId("copyLastBackupPath");
        Div location = new Div(path, copy);
        location.addClassName("last-backup-path");
        location.bindVisible(last.map(LastBackupModel::exists));

        Paragraph failure = new Paragraph();
        failure.setId("lastBackupFailure");
        failure.bindText(activity.failure().map(LastFailureModel::text));
        failure.bindVisible(activity.failure().map(LastFailureModel::exists));
        failure.getElement()
                .getClassList()
                .bind("last-backup-failure", activity.failure().map(reason -> !reason.cancelled()));

        all = new Anchor("backups", texts.get("backups.all"));
        all.setId("lastBackupAll");
        add(running, progress, summary, location, failure, all);
    }

    private static String summary(LastBackupModel backup, Texts texts) {
        if (!backup.exists()) {
            return backup.absence();
        }
        return backup.fault().isEmpty()
                ? texts.get("backup.last", backup.name(), backup.size(), backup.time())
                : texts.get("backup.last.fault", backup.name(), backup.size(), backup.time(), backup.fault());
    }

    /** Refreshes: the folder may have been changed by others. */
    @Override
    protected void onAttach(AttachEvent event) {
        all.setHref(BackLinks.to("backups", event.getUI()));
        activity.refresh();
    }
}
