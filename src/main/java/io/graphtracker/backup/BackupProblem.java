package io.graphtracker.backup;

import java.util.Locale;

/** Why something that was asked of the backups was not done. The names are part of the HTTP contract. */
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
    UPLOAD_TOO_LARGE(Category.UNUSABLE),
    UPLOAD_INCOMPLETE(Category.UNUSABLE),
    RESTORE_RUNNING(Category.RUNNING),
    RESTORE_REFUSED(Category.REFUSED),
    RESTORE_FAILED(Category.FAILURE),
    UNDO_UNAVAILABLE(Category.REFUSED),
    UNEXPECTED(Category.FAILURE);

    /** What kind of obstacle it is; each way to the outside decides for itself how to present it. */
    public enum Category {
        /** A setting has to be corrected first. */
        CONFIGURATION,
        /** This version cannot do it. */
        UNSUPPORTED,
        /** Another backup is under way. */
        RUNNING,
        /** There is nothing to stop. */
        NOT_RUNNING,
        /** It was done so often that the next time has to wait. */
        TOO_OFTEN,
        /** Somebody stopped it. */
        CANCELLED,
        /** There is no such backup. */
        NOT_FOUND,
        /** The backup is not what it would have to be. */
        UNUSABLE,
        /** It would do harm, or cannot be done now; nothing was touched. */
        REFUSED,
        /** It was tried, and failed. */
        FAILURE
    }

    private final Category category;

    BackupProblem(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** The code outside, for example {@code backups_dir_missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the sentence that says it; {@code .hint} after it says what to do. */
    String textKey() {
        return "backup.problem." + code().replace('_', '-');
    }
}
