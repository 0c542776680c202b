package io.graphtracker.backup.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The record of operations cannot be read, or nothing can be added to it; {@link RecordProblem} says why. */
public class RecordException extends IOException {

    private final RecordProblem problem;

    public RecordException(RecordProblem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** Why. */
    public RecordProblem problem() {
        return problem;
    }
}
