package io.graphtracker.backup.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of the last call of the address.
 *
 * @param problem null if it was answered
 * @param status the status of the answer; 0 if there was none
 */
public record CallResult(Instant at, @Nullable CallProblem problem, int status) {

    public boolean succeeded() {
        return problem == null;
    }
}
