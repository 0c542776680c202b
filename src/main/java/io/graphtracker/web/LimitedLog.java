package io.graphtracker.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what of the same kind is worth another line in the log, so that nobody who may send requests can fill it: each
 * different thing once, up to a number, and of all others at most one line a minute, which counts them.
 */
public final class LimitedLog {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final int most;
    private final Set<String> told = new HashSet<>();
    private Instant next = Instant.MIN;
    private long untold;

    /** @param most how many different things get a line of their own, until the application is restarted */
    public LimitedLog(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** What an error is told from others by: its first cause, and where that came from. */
    public static String placeOf(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /**
     * Whether to log now.
     *
     * @param what what tells this one from others of its kind
     * @return how many were not logged since the last line, if this is to be logged; nothing if it is only counted
     */
    public synchronized Optional<Long> tell(String what) {
        Instant now = clock.instant();
        boolean unknown = told.size() < most && told.add(what);
        if (!unknown && now.isBefore(next)) {
            untold++;
            return Optional.empty();
        }
        next = now.plus(PAUSE);
        long others = untold;
        untold = 0;
        return Optional.of(others);
    }
}
