package io.graphtracker.backup;

import static io.graphtracker.backup.BackupProblem.BACKUPS_DIR_UNUSABLE;
import static io.graphtracker.backup.BackupProblem.BACKUP_CANCELLED;
import static io.graphtracker.backup.BackupProblem.BACKUP_KEPT;
import static io.graphtracker.backup.BackupProblem.BACKUP_NOT_FOUND;
import static io.graphtracker.backup.BackupProblem.BACKUP_UNUSABLE;
import static io.graphtracker.backup.BackupProblem.ENV_FILE_INVALID;
import static io.graphtracker.backup.BackupProblem.NOT_ENOUGH_SPACE;
import static io.graphtracker.backup.BackupProblem.RESTORE_FAILED;
import static io.graphtracker.backup.BackupProblem.RESTORE_REFUSED;
import static io.graphtracker.backup.BackupProblem.UNEXPECTED;
import static io.graphtracker.backup.BackupProblem.VERIFICATION_FAILED;

/**
 * What exactly is wrong, where a {@link BackupProblem} has several causes and a text for each. The codes are the last
 * part of the texts' keys, so they have hyphens; those of {@link BackupProblem#BACKUP_UNUSABLE} also stand in
 * manifests, so none of them may ever change.
 */
public enum ProblemKind {
    // the backups folder; what is wrong with the setting itself is named by the enums of the package environment
    FOLDER_TOO_LONG(BACKUPS_DIR_UNUSABLE, "too-long"),
    FOLDER_NOT_A_FOLDER(BACKUPS_DIR_UNUSABLE, "not-a-folder"),
    FOLDER_NOT_CREATABLE(BACKUPS_DIR_UNUSABLE, "not-creatable"),
    FOLDER_NOT_WRITABLE(BACKUPS_DIR_UNUSABLE, "not-writable"),
    FOLDER_ADD_ONLY(BACKUPS_DIR_UNUSABLE, "add-only"),
    FOLDER_VANISHED(BACKUPS_DIR_UNUSABLE, "vanished"),
    FOLDER_LOCK(BACKUPS_DIR_UNUSABLE, "lock"),
    FOLDER_LOCK_NOT_A_FILE(BACKUPS_DIR_UNUSABLE, "lock-file"),
    FOLDER_SYSTEM(BACKUPS_DIR_UNUSABLE, "system"),

    // why the folder that somebody chose was not written into .env
    ENV_FILE_LINK(ENV_FILE_INVALID, "link"),
    ENV_FILE_READ_ONLY(ENV_FILE_INVALID, "read-only"),
    ENV_FILE_NOT_WRITTEN(ENV_FILE_INVALID, "not-written"),
    FOLDER_IN_ENVIRONMENT(BACKUPS_DIR_UNUSABLE, "environment"),
    FOLDER_SET_ALREADY(BACKUPS_DIR_UNUSABLE, "set-already"),
    FOLDER_NOT_QUOTABLE(BACKUPS_DIR_UNUSABLE, "not-quotable"),

    SPACE_WRITE_LIMIT(NOT_ENOUGH_SPACE, "limit"),
    SPACE_INODES(NOT_ENOUGH_SPACE, "files"),
    SPACE_QUOTA(NOT_ENOUGH_SPACE, "quota"),
    SPACE_FOR_UPLOAD(NOT_ENOUGH_SPACE, "upload"),
    SPACE_FOR_RESTORE(NOT_ENOUGH_SPACE, "restore"),
    SPACE_FOR_DRILL(NOT_ENOUGH_SPACE, "drill"),

    // a new copy, and the database it is made from
    COPY_SIDE_FILES(VERIFICATION_FAILED, "side-files"),
    COPY_HEADER(VERIFICATION_FAILED, "header"),
    COPY_LENGTH(VERIFICATION_FAILED, "length"),
    COPY_DAMAGED(VERIFICATION_FAILED, "quick-check"),
    COPY_SCHEMA(VERIFICATION_FAILED, "identity"),
    COPY_DISK(VERIFICATION_FAILED, "disk"),
    SOURCE_EMPTY(VERIFICATION_FAILED, "source-empty"),
    SOURCE_DAMAGED(VERIFICATION_FAILED, "source-damaged"),
    SOURCE_SCHEMA(VERIFICATION_FAILED, "source-schema"),

    // a file that is to be restored: what it is
    NOT_A_FILE(BACKUP_UNUSABLE, "not-a-file"),
    NOT_A_DATABASE(BACKUP_UNUSABLE, "no-database"),
    FOREIGN(BACKUP_UNUSABLE, "foreign"),
    NAME(BACKUP_UNUSABLE, "name"),
    UNREADABLE(BACKUP_UNUSABLE, "unreadable"),
    UNCHECKED(BACKUP_UNUSABLE, "unchecked"),
    // whether it is what was written
    LENGTH(BACKUP_UNUSABLE, "length"),
    SIDE_FILES(BACKUP_UNUSABLE, "side-files"),
    WITHOUT_WAL(BACKUP_UNUSABLE, "without-wal"),
    CHECKSUM(BACKUP_UNUSABLE, "checksum"),
    DAMAGED(BACKUP_UNUSABLE, "damaged"),
    // whether it could be the database of this version
    NEWER(BACKUP_UNUSABLE, "newer"),
    HISTORY(BACKUP_UNUSABLE, "history"),
    SCHEMA(BACKUP_UNUSABLE, "schema"),
    SCHEMA_SIZE(BACKUP_UNUSABLE, "schema-size"),
    MISSING(BACKUP_UNUSABLE, "missing"),
    VIEW(BACKUP_UNUSABLE, "view"),
    TRIGGER(BACKUP_UNUSABLE, "trigger"),
    VIRTUAL_TABLE(BACKUP_UNUSABLE, "virtual-table"),
    INDEX(BACKUP_UNUSABLE, "index"),
    TABLE(BACKUP_UNUSABLE, "table"),
    FOREIGN_KEYS(BACKUP_UNUSABLE, "foreign-keys"),
    VALUE(BACKUP_UNUSABLE, "value"),
    TOO_LONG(BACKUP_UNUSABLE, "too-long"),
    MIGRATION(BACKUP_UNUSABLE, "migration"),
    // whether it contains what its description says, after all
    CONTENTS(BACKUP_UNUSABLE, "contents"),

    CHECK_CANCELLED(BACKUP_CANCELLED, "check"),
    UPLOAD_CANCELLED(BACKUP_CANCELLED, "upload"),
    RESTORE_CANCELLED(BACKUP_CANCELLED, "restore"),
    CHECK_OVERDUE(BACKUP_CANCELLED, "check-overdue"),

    FORMER_DATABASE_NOT_FOUND(BACKUP_NOT_FOUND, "kept"),

    KEPT_FOREIGN(BACKUP_KEPT, "foreign"),
    KEPT_NEWEST(BACKUP_KEPT, "newest"),
    KEPT_NEWEST_UNVERIFIED(BACKUP_KEPT, "newest-unverified"),
    KEPT_PROTECTED(BACKUP_KEPT, "protected"),
    KEPT_MORE_INSIDE(BACKUP_KEPT, "more-inside"),

    RESTORE_CHANGED(RESTORE_REFUSED, "changed"),
    RESTORE_IN_USE(RESTORE_REFUSED, "in-use"),
    RESTORE_OTHER_PROGRAM(RESTORE_REFUSED, "other-program"),
    RESTORE_SERVER(RESTORE_REFUSED, "server"),
    RESTORE_MOUNTED(RESTORE_REFUSED, "mounted"),
    RESTORE_LOCK(RESTORE_REFUSED, "lock"),
    RESTORE_UNFINISHED(RESTORE_REFUSED, "unfinished"),
    RESTORE_FOLDER(RESTORE_REFUSED, "folder"),
    FORMER_DATABASE_INCOMPLETE(RESTORE_REFUSED, "kept-incomplete"),
    FORMER_DATABASE_UNREADABLE(RESTORE_REFUSED, "kept-unreadable"),

    RESTORE_SWITCH(RESTORE_FAILED, "switch"),
    RESTORE_SYSTEM(RESTORE_FAILED, "system"),
    RESTORE_STUCK(RESTORE_FAILED, "stuck"),

    OPEN_FILES(UNEXPECTED, "open-files"),
    IN_OPERATION(UNEXPECTED, "operation"),
    IN_RESTORE(UNEXPECTED, "restore");

    private final BackupProblem problem;
    private final String code;

    ProblemKind(BackupProblem problem, String code) {
        this.problem = problem;
        this.code = code;
    }

    /** The problem it is a kind of. */
    public BackupProblem problem() {
        return problem;
    }

    /** The code, unique among the kinds of one problem, for example {@code not-writable}. */
    public String code() {
        return code;
    }
}
