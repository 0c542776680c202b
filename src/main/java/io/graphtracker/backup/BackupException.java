package io.graphtracker.backup;

import org.jspecify.annotations.Nullable;

/**
 * No backup was made, and nothing of it was kept. {@link BackupTexts} turns it into sentences for people.
 */
public class BackupException extends RuntimeException {

    private final BackupProblem problem;
    private final String textKey;
    private final transient Object[] arguments;

    BackupException(BackupProblem problem, Object... arguments) {
        this(problem, problem.textKey(), null, arguments);
    }

    /**
     * A problem of which there are several kinds, each with a sentence of its own.
     *
     * @param kind the last part of the sentence's key
     */
    static BackupException ofKind(BackupProblem problem, String kind, @Nullable Throwable cause, Object... arguments) {
        return new BackupException(problem, problem.textKey() + "." + kind, cause, arguments);
    }

    static BackupException causedBy(@Nullable Throwable cause, BackupProblem problem, Object... arguments) {
        return new BackupException(problem, problem.textKey(), cause, arguments);
    }

    private BackupException(BackupProblem problem, String textKey, @Nullable Throwable cause, Object... arguments) {
        super(problem.code(), cause);
        this.problem = problem;
        this.textKey = textKey;
        this.arguments = arguments;
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
