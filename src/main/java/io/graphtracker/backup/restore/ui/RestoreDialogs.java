package io.graphtracker.backup.restore.ui;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreTexts;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens the dialog that restores a backup or a former database, or undoes the last restore. */
@Component
public class RestoreDialogs {

    private final RestoreCommands commands;
    private final RestoreActivity activity;
    private final RestoreTexts restoreTexts;
    private final BackupTexts backupTexts;
    private final Texts texts;

    RestoreDialogs(
            RestoreCommands commands, RestoreActivity activity, BackupTexts backupTexts, Texts texts, Clock clock) {
        this.commands = commands;
        this.activity = activity;
        this.restoreTexts = new RestoreTexts(backupTexts, texts, clock);
        this.backupTexts = backupTexts;
        this.texts = texts;
    }

    /** Asks whether a request is to be carried out, shows what that means, and does it. */
    public void open(RestoreRequest request, Feedback feedback) {
        new RestoreDialog(request, commands, activity, feedback, restoreTexts, backupTexts, texts).begin();
    }
}
