package io.graphtracker.backup;

import org.jspecify.annotations.Nullable;

/**
 * What was asked of the backups was not done, and nothing of it was kept: no backup made, none deleted, none brought back.
 * {@link BackupTexts} turns it into sentences for people.
 */
public class BackupException extends RuntimeException {

    private final BackupProblem problem;
    private final String textKey;
    private final transient Object[] arguments;

    public BackupException(BackupProblem problem, Object... arguments) {
        this(problem, null, null, arguments);
    }

    /**
     * A problem of which there are several kinds, each with a sentence of its own.
     *
     * @param kind the last part of the sentence's key
     */
    public static BackupException ofKind(
            BackupProblem problem, String kind, @Nullable Throwable cause, Object... arguments) {
        return new BackupException(problem, kind, cause, arguments);
    }

    public static BackupException causedBy(@Nullable Throwable cause, BackupProblem problem, Object... arguments) {
        return new BackupException(problem, null, cause, arguments);
    }

    BackupException(BackupProblem problem, @Nullable String kind, @Nullable Throwable cause, Object... arguments) {
        super(problem.code(), cause);
        this.problem = problem;
        this.textKey = kind == null ? problem.textKey() : problem.textKey() + "." + kind;
        this.arguments = arguments;
    }

    /** The last part of the sentence's key, where a problem is of several kinds; else the problem's code. */
    public String kind() {
        return textKey.equals(problem.textKey())
                ? problem.code()
                : textKey.substring(problem.textKey().length() + 1);
    }

    public BackupProblem problem() {
        return problem;
    }

    String textKey() {
        return textKey;
    }

    Object[] arguments() {
        return arguments;
    }
}
