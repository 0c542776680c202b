package io.graphtracker.backup.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.catalog.FolderChoice;
import io.graphtracker.backup.catalog.TargetFolder;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Checks and sets the backups folder on another thread, and answers on the page that asked, if it is still open. */
@Component
class FolderChoices {

    private final FolderChoice choice;
    private final Executor executor;

    FolderChoices(FolderChoice choice, @BackupExecutor Executor executor) {
        this.choice = choice;
        this.executor = executor;
    }

    /** Checks a folder; nothing is changed. */
    void check(String value, Consumer<TargetFolder> usable, Consumer<BackupException> refused) {
        run(() -> choice.check(value), usable, refused);
    }

    /** Sets a folder. */
    void choose(String value, Runnable chosen, Consumer<BackupException> refused) {
        run(
                () -> {
                    choice.choose(value);
                    return value;
                },
                set -> chosen.run(),
                refused);
    }

    private <T> void run(Supplier<T> work, Consumer<T> done, Consumer<BackupException> refused) {
        UI ui = UI.getCurrent();
        executor.execute(() -> {
            try {
                T result = work.get();
                ui.accessLater(() -> done.accept(result), () -> {}).run();
            } catch (BackupException e) {
                ui.accessLater(() -> refused.accept(e), () -> {}).run();
            }
        });
    }
}
