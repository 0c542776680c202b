package io.graphtracker.backup.restore.ui;

import io.graphtracker.backup.restore.UndoOffer;
import io.graphtracker.feedback.Feedback;
import org.springframework.stereotype.Component;

/** Opens the dialogs that bring a backup back. */
@Component
public class RestoreDialogs {

    /** Asks whether a backup is to be brought back, shows what that means, and does it. */
    public void open(String backup, Feedback feedback) {
        throw new UnsupportedOperationException("Not built yet");
    }

    /** Asks whether the last restore is to be undone, shows what that means, and does it. */
    public void openUndo(UndoOffer offer, Feedback feedback) {
        throw new UnsupportedOperationException("Not built yet");
    }
}
