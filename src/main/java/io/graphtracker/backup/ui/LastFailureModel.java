package io.graphtracker.backup.ui;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import java.time.ZonedDateTime;

/**
 * Why the last attempt made no backup, as pages show it. Plain texts, since it travels through a signal.
 *
 * @param text empty if it made one
 * @param cancelled whether it was cancelled, which is no problem
 */
record LastFailureModel(String text, boolean cancelled) {

    static final LastFailureModel NONE = new LastFailureModel("", false);

    /** A folder that is not set yet is no failure: pages ask for it. */
    static LastFailureModel of(BackupException reason, ZonedDateTime at, BackupTexts texts) {
        if (reason.problem().isFolderUnset()) {
            return NONE;
        }
        return new LastFailureModel(texts.failure(reason, at), reason.problem() == BackupProblem.BACKUP_CANCELLED);
    }

    boolean exists() {
        return !text.isEmpty();
    }
}
