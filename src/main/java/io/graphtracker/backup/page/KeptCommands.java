package io.graphtracker.backup.page;

import io.graphtracker.backup.restore.KeptDatabase;
import io.graphtracker.backup.restore.ui.RestoreDialogs;
import io.graphtracker.feedback.Feedback;

/** What can be done, on one open page, with a former database that was kept as files. */
record KeptCommands(BackupCommands commands, RestoreDialogs dialogs, Feedback feedback)
        implements KeptSection.Commands {

    @Override
    public void restore(KeptDatabase database) {
        dialogs.openKept(database, feedback);
    }

    @Override
    public void delete(KeptDatabase database) {
        commands.deleteKept(database.name(), feedback);
    }
}
