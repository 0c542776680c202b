package io.graphtracker.backup.schedule;

import java.util.Arrays;

/** What became of a scheduled run. The names are stored. */
public enum RunOutcome {
    /** A backup was made. */
    MADE,
    /** Nothing had changed, so the newest backup was verified again. */
    UNCHANGED,
    /** Somebody cancelled it. */
    CANCELLED,
    /** It failed. */
    FAILED,
    /** The application ended meanwhile, or was killed. */
    INTERRUPTED;

    /** The outcome with a stored name; what a later version may have stored is no failure. */
    static RunOutcome of(String stored) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(stored))
                .findFirst()
                .orElse(CANCELLED);
    }

    /** Whether users have to know. */
    public boolean isFailure() {
        return this == FAILED || this == INTERRUPTED;
    }
}
