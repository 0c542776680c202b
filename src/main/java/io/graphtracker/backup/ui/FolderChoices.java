package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.catalog.FolderChoice;
import io.graphtracker.backup.catalog.TargetFolder;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Checks and sets the backups folder on another thread, and answers on the page that asked, if it is still open. */
@Component
class FolderChoices {

    private final FolderChoice choice;
    private final PageWork work;

    FolderChoices(FolderChoice choice, PageWork work) {
        this.choice = choice;
        this.work = work;
    }

    /** Checks a folder; nothing is changed. */
    void check(String value, Consumer<TargetFolder> usable, Consumer<BackupException> refused) {
        work.begin(user -> choice.check(value), usable, refused);
    }

    /** Sets a folder. */
    void choose(String value, Runnable chosen, Consumer<BackupException> refused) {
        work.begin(
                user -> {
                    choice.choose(value, user);
                    return value;
                },
                set -> chosen.run(),
                refused);
    }
}
