package io.graphtracker.backup.catalog;

import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.texts.Texts;

/** Sentences about the state of a backup, and about the progress of a check. */
public final class VerificationTexts {

    private VerificationTexts() {}

    /** The state of a backup, for example "Verified"; some kinds of damage have a text of their own. */
    public static String of(VerificationState state, Texts texts) {
        String key = Texts.key("backups.state.", state.code());
        return state instanceof VerificationState.Broken(String reason)
                ? texts.find(key + "." + reason).orElseGet(() -> texts.get(key))
                : texts.get(key);
    }

    /** The progress of a check, for example "Checking… 40%", or "Checking pages and rows… 12 s". */
    public static String of(VerificationProgress progress, Texts texts) {
        if (progress.hasPercent()) {
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
