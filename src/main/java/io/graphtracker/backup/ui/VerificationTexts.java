package io.graphtracker.backup.ui;

import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.texts.Texts;

/** How far a check is, in the words a page shows. */
public final class VerificationTexts {

    private VerificationTexts() {}

    /** For example "Checking… 40%", or "Checking pages and rows… 12 s". */
    public static String of(VerificationProgress progress, Texts texts) {
        if (progress.isRead()) {
            return texts.get("backups.checking.percent", progress.percent());
        }
        return progress.seconds() == 0
                ? texts.get("backups.checking")
                : texts.get("backups.checking.rows", time(progress.seconds(), texts));
    }

    private static String time(long seconds, Texts texts) {
        return seconds < 120
                ? texts.get("backup.progress.seconds", seconds)
                : texts.get("backup.progress.minutes", seconds / 60);
    }
}
