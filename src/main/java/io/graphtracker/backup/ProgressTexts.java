package io.graphtracker.backup;

import io.graphtracker.texts.Texts;
import java.time.Duration;

/** Sentences about the progress of a backup, the same for pages and the command line. */
public final class ProgressTexts {

    private ProgressTexts() {}

    /** The progress, for example "Copying: 40%, about 12 s left". */
    public static String of(BackupProgress progress, Texts texts) {
        return progress.cancelling() ? texts.get("backup.progress.cancelling") : describe(progress, texts);
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
