package io.graphtracker.backup.page;

import com.vaadin.flow.dom.Element;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.ui.RestoreDialogs;
import io.graphtracker.backup.ui.PathCopy;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.util.function.Predicate;

/** The actions of the rows and former databases of one open page. */
class PageCommands implements RowCommands, FormerDatabasesSection.Commands {

    private final BackupCommands commands;
    private final RestoreDialogs dialogs;
    private final Feedback feedback;
    private final Predicate<String> neededToUndo;
    private final Runnable afterDelete;
    private final Texts texts;

    /**
     * @param neededToUndo whether the undo of the last restore needs the backup of a name
     * @param afterDelete called when the row is about to be removed, with its menu that has the focus
     */
    PageCommands(
            BackupCommands commands,
            RestoreDialogs dialogs,
            Feedback feedback,
            Predicate<String> neededToUndo,
            Runnable afterDelete,
            Texts texts) {
        this.commands = commands;
        this.dialogs = dialogs;
        this.feedback = feedback;
        this.neededToUndo = neededToUndo;
        this.afterDelete = afterDelete;
        this.texts = texts;
    }

    @Override
    public void restore(BackupRowModel backup) {
        dialogs.open(new RestoreRequest.OfBackup(backup.name()), feedback);
    }

    @Override
    public void verify(BackupRowModel backup) {
        commands.verify(backup.name(), feedback);
    }

    @Override
    public void cancelCheck(BackupRowModel backup) {
        commands.cancelCheck(backup.name());
    }

    @Override
    public void setProtected(BackupRowModel backup, boolean wanted) {
        commands.setProtected(backup.name(), wanted, feedback);
    }

    @Override
    public void delete(BackupRowModel backup) {
        if (backup.protection() == BackupRowModel.Protection.NONE) {
            new DeleteDialog(backup, neededToUndo.test(backup.name()), () -> deleteNow(backup), texts).open();
        } else {
            commands.sayProtected(backup, feedback);
        }
    }

    private void deleteNow(BackupRowModel backup) {
        commands.delete(backup.name(), feedback);
        afterDelete.run();
    }

    @Override
    public void copyPath(BackupRowModel backup, Element clicked) {
        PathCopy.copy(
                clicked, backup.path(), texts.get("backups.copy-path.failed.hint", backup.path()), feedback, texts);
    }

    @Override
    public void sayChecking(BackupRowModel backup) {
        commands.sayChecking(backup.name(), feedback);
    }

    @Override
    public void restore(FormerDatabase database) {
        dialogs.open(new RestoreRequest.OfFormerDatabase(database), feedback);
    }

    @Override
    public void delete(FormerDatabase database) {
        commands.deleteFormer(database.name(), feedback);
    }
}
