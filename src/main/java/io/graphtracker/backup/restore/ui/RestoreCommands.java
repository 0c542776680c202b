package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreResult;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.user.CurrentUser;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Carries out what the dialogs ask for on another thread, and answers on their page if that is still open. */
@Component
class RestoreCommands {

    private final RestoreService restores;
    private final CurrentUser user;
    private final Executor executor;

    RestoreCommands(RestoreService restores, CurrentUser user, @BackupExecutor Executor executor) {
        this.restores = restores;
        this.user = user;
        this.executor = executor;
    }

    /**
     * Previews a request.
     *
     * @param reached told of the progress
     * @return the job, to cancel it
     */
    VerificationJob preview(
            RestoreRequest request,
            Consumer<VerificationProgress> reached,
            Consumer<RestorePreview> shown,
            Consumer<BackupException> refused) {
        UI ui = UI.getCurrent();
        VerificationJob check = VerificationJob.watched(progress -> back(ui, () -> reached.accept(progress)));
        begin(() -> restores.preview(request, check), shown, refused);
        return check;
    }

    /** Restores what was previewed. */
    void restore(
            RestorePreview confirmed, Feedback page, Consumer<RestoreResult> done, Consumer<BackupException> failed) {
        // asked here: the other thread belongs to no user
        String name = user.name();
        Origin origin = new Origin(page.pageId());
        begin(() -> restores.restore(confirmed, name, origin), done, failed);
    }

    private <T> void begin(Supplier<T> work, Consumer<T> done, Consumer<BackupException> failed) {
        UI ui = UI.getCurrent();
        executor.execute(() -> {
            try {
                T result = work.get();
                back(ui, () -> done.accept(result));
            } catch (BackupException e) {
                back(ui, () -> failed.accept(e));
            }
        });
    }

    private static void back(UI ui, Runnable show) {
        ui.accessLater(show::run, () -> {}).run();
    }
}
