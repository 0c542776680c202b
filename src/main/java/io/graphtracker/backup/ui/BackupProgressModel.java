package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupProgress;
import io.graphtracker.texts.Texts;
import java.time.Duration;

/**
 * The progress of the running backup as pages show it. Plain texts, since it travels through a signal.
 *
 * @param shown whether it is shown
 * @param percent of the whole
 * @param cancelling whether it was asked to cancel
 */
record BackupProgressModel(boolean shown, int percent, String text, boolean cancelling) {

    static final BackupProgressModel NONE = new BackupProgressModel(false, 0, "", false);

    static BackupProgressModel of(BackupProgress progress, Texts texts) {
        return new BackupProgressModel(
                true,
                progress.percent(),
                progress.cancelling() ? texts.get("backup.progress.cancelling") : describe(progress, texts),
                progress.cancelling());
    }

    private static String describe(BackupProgress progress, Texts texts) {
        return progress.remaining()
                .map(left -> texts.get(
                        "backup.progress.left", phase(progress, texts), progress.percent(), left(left, texts)))
                .orElseGet(() -> texts.get("backup.progress", phase(progress, texts), progress.percent()));
    }

    private static String phase(BackupProgress progress, Texts texts) {
        return texts.get(Texts.key("backup.progress.phase.", progress.phase().code()));
    }

    /** Rounded up, so that it never says "0 s left". */
    private static String left(Duration left, Texts texts) {
        long seconds = Math.max(1, left.plusMillis(999).toSeconds());
        return seconds <= 60
                ? texts.get("backup.progress.seconds", seconds)
                : texts.get("backup.progress.minutes", (seconds + 59) / 60);
    }
}
