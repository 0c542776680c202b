package io.graphtracker.backup.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The record of operations cannot be read, or nothing can be added to it; {@link AuditLogProblem} says why. */
public class AuditLogException extends IOException {

    private final AuditLogProblem problem;

    public AuditLogException(AuditLogProblem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** Why. */
    public AuditLogProblem problem() {
        return problem;
    }
}
