package io.graphtracker.backup.restore.ui;

import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.UndoOffer;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens the dialogs that restore a backup, or a former database. */
@Component
public class RestoreDialogs {

    private final RestoreCommands work;
    private final RestoreActivity activity;
    private final RestoreTexts words;
    private final BackupTexts backupTexts;
    private final Texts texts;

    RestoreDialogs(RestoreCommands work, RestoreActivity activity, BackupTexts backupTexts, Texts texts, Clock clock) {
        this.work = work;
        this.activity = activity;
        this.words = new RestoreTexts(backupTexts, texts, clock);
        this.backupTexts = backupTexts;
        this.texts = texts;
    }

    /** Asks whether a backup is to be brought back, shows what that means, and does it. */
    public void open(String backup, Feedback feedback) {
        open(new Wish.Restore(backup), feedback);
    }

    /** Asks whether a former database that was kept as files is to be restored, shows what that means, and does it. */
    public void openKept(FormerDatabase database, Feedback feedback) {
        open(new Wish.Kept(database), feedback);
    }

    /** Asks whether the last restore is to be undone, shows what that means, and does it. */
    public void openUndo(UndoOffer offer, Feedback feedback) {
        open(new Wish.Undo(offer), feedback);
    }

    private void open(Wish wish, Feedback feedback) {
        new RestoreDialog(wish, work, activity, feedback, words, backupTexts, texts).begin();
    }
}
