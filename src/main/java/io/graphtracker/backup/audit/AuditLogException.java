package io.graphtracker.backup.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The audit log cannot be read or written. */
public class AuditLogException extends IOException {

    private final AuditLogProblem problem;

    public AuditLogException(AuditLogProblem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** The reason. */
    public AuditLogProblem problem() {
        return problem;
    }
}
