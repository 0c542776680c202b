package io.graphtracker.backup.page;

import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.ui.RestoreDialogs;
import io.graphtracker.feedback.Feedback;

/** What can be done, on one open page, with a former database that was kept as files. */
record FormerDatabaseCommands(BackupCommands commands, RestoreDialogs dialogs, Feedback feedback)
        implements FormerDatabasesSection.Commands {

    @Override
    public void restore(FormerDatabase database) {
        dialogs.openKept(database, feedback);
    }

    @Override
    public void delete(FormerDatabase database) {
        commands.deleteKept(database.name(), feedback);
    }
}
