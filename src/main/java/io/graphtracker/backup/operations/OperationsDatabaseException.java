package io.graphtracker.backup.operations;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The operations database cannot be read or written. */
public class OperationsDatabaseException extends IOException {

    private final OperationsDatabaseProblem problem;

    public OperationsDatabaseException(OperationsDatabaseProblem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** The reason. */
    public OperationsDatabaseProblem problem() {
        return problem;
    }
}
