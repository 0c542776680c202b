package io.graphtracker.backup.restore.ui;

import com.vaadin.flow.component.UI;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.restore.RestorePreview;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreResult;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.backup.ui.PageWork;
import io.graphtracker.feedback.Feedback;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Carries out what the dialogs ask for on another thread, and answers on their page if that is still open. */
@Component
class RestoreCommands {

    private final RestoreService restores;
    private final PageWork work;

    RestoreCommands(RestoreService restores, PageWork work) {
        this.restores = restores;
        this.work = work;
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
        VerificationJob check =
                VerificationJob.watched(progress -> PageWork.answer(ui, () -> reached.accept(progress)));
        work.begin(user -> restores.preview(request, check), shown, refused);
        return check;
    }

    /** Restores what was previewed. */
    void restore(
            RestorePreview confirmed, Feedback page, Consumer<RestoreResult> done, Consumer<BackupException> failed) {
        Origin origin = new Origin(page.pageId());
        work.begin(user -> restores.restore(confirmed, user, origin), done, failed);
    }
}
