package io.graphtracker.backup;

import io.graphtracker.texts.Texts;
import java.util.Locale;

/**
 * Why something that was asked of the backups was not done. The names are part of the HTTP contract.
 *
 * @see ProblemKind
 * @see "docs/decisions/2026-11-24-codes-beyond-the-contract.md"
 */
public enum BackupProblem {
    ENV_FILE_MISSING(Category.CONFIGURATION),
    BACKUPS_DIR_MISSING(Category.CONFIGURATION),
    BACKUPS_DIR_EMPTY(Category.CONFIGURATION),
    ENV_FILE_INVALID(Category.CONFIGURATION),
    BACKUPS_DIR_UNUSABLE(Category.CONFIGURATION),
    UNSUPPORTED_DATABASE(Category.UNSUPPORTED),
    BACKUP_RUNNING(Category.RUNNING),
    NO_BACKUP_RUNNING(Category.NOT_RUNNING),
    BACKUP_CANCELLED(Category.CANCELLED),
    TOO_MANY_BACKUPS(Category.TOO_OFTEN),
    NOT_ENOUGH_SPACE(Category.FAILURE),
    DATABASE_MISSING(Category.FAILURE),
    DATABASE_LOCKED(Category.FAILURE),
    VERIFICATION_FAILED(Category.FAILURE),
    BACKUP_NOT_FOUND(Category.NOT_FOUND),
    BACKUP_UNUSABLE(Category.UNUSABLE),
    BACKUP_KEPT(Category.REFUSED),
    UPLOAD_TOO_LARGE(Category.TOO_LARGE),
    UPLOAD_INCOMPLETE(Category.UNUSABLE),
    RESTORE_RUNNING(Category.RUNNING),
    RESTORE_REFUSED(Category.REFUSED),
    RESTORE_FAILED(Category.FAILURE),
    RESTORE_NOT_CONFIRMED(Category.UNUSABLE),
    UNDO_UNAVAILABLE(Category.REFUSED),
    TOO_MANY_JOBS(Category.TOO_OFTEN),
    JOB_NOT_FOUND(Category.NOT_FOUND),
    UNEXPECTED(Category.FAILURE);

    /** The category of a problem; each interface decides how to present it. */
    public enum Category {
        /** A setting has to be corrected. */
        CONFIGURATION,
        /** This version does not support it. */
        UNSUPPORTED,
        /** A backup or a restore is running. */
        RUNNING,
        /** There is nothing to cancel. */
        NOT_RUNNING,
        /** The rate limit is reached. */
        TOO_OFTEN,
        /** It was cancelled. */
        CANCELLED,
        /** There is no such backup. */
        NOT_FOUND,
        /** The backup, the uploaded file, or what was sent, cannot be used. */
        UNUSABLE,
        /** The uploaded file is too large. */
        TOO_LARGE,
        /** It would do harm, or is impossible now; nothing was changed. */
        REFUSED,
        /** It was tried and failed. */
        FAILURE
    }

    private final Category category;

    BackupProblem(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** Whether no folder for backups is set, so that a user may choose one. */
    public boolean isFolderUnset() {
        return this == ENV_FILE_MISSING || this == BACKUPS_DIR_MISSING || this == BACKUPS_DIR_EMPTY;
    }

    /** The code outside, for example {@code backups_dir_missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the message; with {@code .hint} appended, the key of what to do. */
    String textKey() {
        return Texts.key("backup.problem.", code());
    }
}
