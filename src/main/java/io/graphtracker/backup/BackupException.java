package io.graphtracker.backup;

import org.jspecify.annotations.Nullable;

/**
 * Something that was asked of the backups was not done, and no part of it was kept: no backup made, none deleted, none
 * restored. {@link BackupTexts} has the sentences for people.
 *
 * @see "docs/decisions/2026-11-24-codes-of-the-backups-page.md"
 */
public class BackupException extends RuntimeException {

    private final BackupProblem problem;

    /** The code of the kind; null if the problem has none. */
    private final @Nullable String kind;

    private final transient Object[] arguments;

    /**
     * A problem without kinds.
     *
     * @param arguments what the sentences name
     */
    public BackupException(BackupProblem problem, Object... arguments) {
        this(problem, null, null, arguments);
    }

    /**
     * A problem of a certain kind.
     *
     * @param arguments what the sentences name
     */
    public static BackupException of(ProblemKind kind, Object... arguments) {
        return new BackupException(kind.problem(), kind.code(), null, arguments);
    }

    /** The same with a cause. */
    public static BackupException causedBy(@Nullable Throwable cause, ProblemKind kind, Object... arguments) {
        return new BackupException(kind.problem(), kind.code(), cause, arguments);
    }

    /** A problem without kinds, with a cause. */
    public static BackupException causedBy(@Nullable Throwable cause, BackupProblem problem, Object... arguments) {
        return new BackupException(problem, null, cause, arguments);
    }

    /**
     * A fault of a setting, whose kinds are enums of the package {@code environment}.
     *
     * @param slug of the kind
     */
    static BackupException ofSetting(BackupProblem problem, String slug, Object... arguments) {
        return new BackupException(problem, slug, null, arguments);
    }

    /**
     * What a manifest says is wrong with a backup.
     *
     * @param reason the code of a kind of {@link BackupProblem#BACKUP_UNUSABLE}; a later version may have kinds unknown
     *     here
     */
    public static BackupException ofStored(String reason) {
        return new BackupException(BackupProblem.BACKUP_UNUSABLE, reason, null);
    }

    BackupException(BackupProblem problem, @Nullable String kind, @Nullable Throwable cause, Object... arguments) {
        super(problem.code(), cause);
        this.problem = problem;
        this.kind = kind;
        this.arguments = arguments;
    }

    /** Whether it is of a certain kind. */
    public boolean is(ProblemKind other) {
        return problem == other.problem() && other.code().equals(kind);
    }

    /** The code of its kind, see {@link ProblemKind#code()}; the problem's code if that has no kinds. */
    public String kind() {
        return kind == null ? problem.code() : kind;
    }

    public BackupProblem problem() {
        return problem;
    }

    String textKey() {
        return kind == null ? problem.textKey() : problem.textKey() + "." + kind;
    }

    Object[] arguments() {
        return arguments;
    }
}
