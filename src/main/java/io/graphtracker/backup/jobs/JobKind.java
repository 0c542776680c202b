package io.graphtracker.backup.jobs;

import java.util.Locale;

/** What a job does. */
public enum JobKind {
    /** Verifies a backup. */
    VERIFY,
    /** Restores a backup. */
    RESTORE,
    /** Undoes the last restore. */
    UNDO;

    /** The code over HTTP, for example {@code verify}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it replaces the database, which only one job may do at a time. */
    boolean replacesDatabase() {
        return this != VERIFY;
    }
}
