package io.graphtracker.backup.watch;

import java.util.Locale;

/** What speaks against the safety of the data, the most important first. */
public enum SafetyReason {
    /** The settings name no usable backups folder. */
    NO_FOLDER(Verdict.NO),
    /** The backups folder cannot be read now. */
    UNREADABLE_FOLDER(Verdict.UNKNOWN),
    /** There is no verified backup. */
    NO_BACKUP(Verdict.NO),
    /** The newest verified backup is too old. */
    OUTDATED(Verdict.NO),
    /** A backup could not be restored in the last drill. */
    DRILL_FAILED(Verdict.NO),
    /** The database is empty, but there is a verified backup that is not. */
    DATABASE_EMPTY(Verdict.BUT),
    /** The last scheduled backup failed. */
    RUN_FAILED(Verdict.BUT),
    /** Backups did not pass the last verification. */
    DAMAGED(Verdict.BUT),
    /** The last drill could not be run. */
    DRILL_IMPOSSIBLE(Verdict.BUT),
    /** The operations database cannot be read, so nothing is known of drills and runs. */
    UNREADABLE_RESULTS(Verdict.BUT),
    /** Nothing makes the next backup. */
    NO_SCHEDULE(Verdict.BUT);

    /** The answer to the question whether the data are safe, the worst first. */
    public enum Verdict {
        NO,
        UNKNOWN,
        /** They are, but something needs attention. */
        BUT,
        YES;

        /** The code in texts, for example {@code unknown}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Verdict verdict;

    SafetyReason(Verdict verdict) {
        this.verdict = verdict;
    }

    /** What the answer is at best, if this is so. */
    public Verdict verdict() {
        return verdict;
    }

    /** The code in texts, for example {@code drill_failed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
