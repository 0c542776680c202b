package io.graphtracker.backup.page;

import io.graphtracker.feedback.DestructiveQuestion;
import io.graphtracker.texts.Texts;

/** Asks for confirmation before a backup is deleted. */
class DeleteDialog extends DestructiveQuestion {

    /**
     * @param neededToUndo whether the last restore can only be undone with it
     * @param delete deletes it
     */
    DeleteDialog(BackupRowModel backup, boolean neededToUndo, Runnable delete, Texts texts) {
        super(texts.get("backups.delete.title"), texts.get("backups.delete"), delete, texts);
        setText(texts.get(
                neededToUndo ? "backups.delete.text.undo" : "backups.delete.text",
                backup.name(),
                backup.when(),
                backup.size()));
    }
}
