package io.graphtracker.backup.page;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.graphtracker.texts.Texts;

/** Asks for confirmation before a backup is deleted. */
class DeleteDialog extends ConfirmDialog {

    /**
     * @param neededToUndo whether the last restore can only be undone with it
     * @param delete deletes it
     */
    DeleteDialog(BackupRowModel backup, boolean neededToUndo, Runnable delete, Texts texts) {
        setHeader(texts.get("backups.delete.title"));
        setText(texts.get(
                neededToUndo ? "backups.delete.text.undo" : "backups.delete.text",
                backup.name(),
                backup.when(),
                backup.size()));
        setCancelable(true);
        setCancelText(texts.get("dialog.cancel"));
        setConfirmText(texts.get("backups.delete"));
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirm -> delete.run());
    }
}
