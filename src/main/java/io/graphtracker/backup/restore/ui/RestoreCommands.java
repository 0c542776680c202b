package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupExecutor;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreResult;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.restore.UndoOffer;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.user.CurrentUser;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Does what the dialogs ask for on a thread of its own, and comes back to their page, if that is still there. */
@Component
class RestoreCommands {

    private final RestoreService restores;
    private final RestoreActivity activity;
    private final CurrentUser user;
    private final Executor executor;

    RestoreCommands(
            RestoreService restores, RestoreActivity activity, CurrentUser user, @BackupExecutor Executor executor) {
        this.restores = restores;
        this.activity = activity;
        this.user = user;
        this.executor = executor;
    }

    /**
     * Checks what is to be restored.
     *
     * @param reached told how far the check is
     * @return the check, for those who give it up
     */
    VerificationJob preview(
            Wish wish,
            Consumer<VerificationProgress> reached,
            Consumer<RestorePreview> shown,
            Consumer<BackupException> refused) {
        UI ui = UI.getCurrent();
        VerificationJob check = VerificationJob.watched(progress -> back(ui, () -> reached.accept(progress)));
        begin(() -> preview(wish, check), shown, refused);
        return check;
    }

    private RestorePreview preview(Wish wish, VerificationJob check) {
        return switch (wish) {
            case Wish.Restore(String backup) -> restores.preview(backup, check);
            case Wish.Kept(FormerDatabase database) -> restores.previewKept(database.name(), check);
            case Wish.Undo(UndoOffer offer)
            when offer.kept() != null -> restores.previewKept(offer.kept().name(), check);
            case Wish.Undo(UndoOffer offer) -> restores.preview(Objects.requireNonNull(offer.safetyBackup()), check);
        };
    }

    /** Restores it. */
    void restore(
            Wish wish,
            RestorePreview confirmed,
            Feedback page,
            Consumer<RestoreResult> done,
            Consumer<BackupException> failed) {
        // asked here: the other thread works for nobody
        String by = user.name();
        begin(() -> activity.startedBy(page, confirmed, () -> restore(wish, confirmed, by)), done, failed);
    }

    private RestoreResult restore(Wish wish, RestorePreview confirmed, String by) {
        return switch (wish) {
            case Wish.Restore restore -> restores.restore(confirmed, by);
            case Wish.Kept kept -> restores.restore(confirmed, by);
            case Wish.Undo undo -> restores.undo(confirmed, by);
        };
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
