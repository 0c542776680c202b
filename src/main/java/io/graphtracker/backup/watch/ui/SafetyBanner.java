package io.graphtracker.backup.watch.ui;

import io.graphtracker.backup.ui.WarningBanner;
import io.graphtracker.backup.watch.DataSafety;
import io.graphtracker.backup.watch.SafetyReason;
import io.graphtracker.backup.watch.WatchJob;
import io.graphtracker.feedback.Feedback;
import io.graphtracker.texts.Texts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns a page that no backup is young enough or that the folder cannot be used, for as long as that is so, or that a
 * check failed, until somebody dismisses that. It is silent while another banner tells that scheduled backups fail.
 */
class SafetyBanner extends WarningBanner {

    private final transient WatchUpdates updates;
    private final transient WatchCommands commands;
    private final transient SafetyTexts safetyTexts;
    private transient @Nullable WatchJob failed;

    /** What was true last: the Backups page has told that already, whether or not there was a schedule. */
    private transient Set<SafetyReason> known = Set.of();

    private transient @Nullable SafetyReason told;

    SafetyBanner(WatchUpdates updates, WatchCommands commands, SafetyTexts safetyTexts, Feedback page, Texts texts) {
        super("safetyBanner", "btnDismissSafety", texts.get("safety.banner"), page, texts);
        this.updates = updates;
        this.commands = commands;
        this.safetyTexts = safetyTexts;
        updates.followSafety(this, this::follow);
    }

    @Override
    protected void dismiss(Feedback feedback) {
        if (failed != null) {
            commands.dismiss(failed, feedback);
        }
    }

    private boolean isOnBackupsPage() {
        return getUI().filter(ui -> ui.getActiveViewLocation().getPath().equals(BACKUPS_PAGE))
                .isPresent();
    }

    private void follow() {
        DataSafety safety = updates.safety();
        SafetyReason reason = safety.warning().orElse(null);
        failed = reason == SafetyReason.DRILL_FAILED
                ? WatchJob.DRILL
                : reason == SafetyReason.DAMAGED ? WatchJob.VERIFICATION : null;
        boolean news = reason != null && reason != told && !(known.contains(reason) && isOnBackupsPage());
        known = safety.reasons();
        told = reason;
        show(reason == null ? "" : safetyTexts.warning(safety), failed != null, news);
    }
}
