package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupProgress;
import io.graphtracker.backup.ProgressTexts;
import io.graphtracker.texts.Texts;

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
                true, progress.percent(), ProgressTexts.of(progress, texts), progress.cancelling());
    }
}
