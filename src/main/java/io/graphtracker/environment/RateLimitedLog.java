package io.graphtracker.environment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Limits the lines of one kind in the log, so that clients cannot fill it with requests: each different subject gets
 * a line once, up to a number of subjects, and all others together at most one line a minute, which contains their
 * number.
 */
public final class RateLimitedLog {

    /**
     * For subjects that clients cannot invent, such as {@linkplain #placeOf places of errors}: each different one
     * gets a line, without a limit.
     */
    public static final int ALL = Integer.MAX_VALUE;

    private static final String OURS = "io.graphtracker.";
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final int most;
    private final Set<String> logged = new HashSet<>();
    private Instant next = Instant.MIN;
    private long omitted;

    /** @param most the number of different subjects that get a line of their own until the application is restarted */
    public RateLimitedLog(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /**
     * Identifies an error by its root cause, the place where that was thrown, and the place in our own code, since a
     * library often throws all its errors in one place. Their number is limited by the code, whatever clients send.
     */
    public static String placeOf(Throwable error) {
        List<Throwable> causes = Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .toList()
                .reversed();
        Throwable first = causes.getFirst();
        return Stream.concat(
                        Arrays.stream(first.getStackTrace()).limit(1),
                        causes.stream()
                                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                                .filter(frame -> frame.getClassName().startsWith(OURS))
                                .limit(1))
                .distinct()
                .map(frame -> " at " + frame)
                .collect(Collectors.joining("", first.getClass().getName(), ""));
    }

    /**
     * Decides whether to log now.
     *
     * @param what the subject, which distinguishes this line from others of its kind
     * @return the number of lines left out since the last one, if this is to be logged; empty if it is only counted
     */
    public synchronized Optional<Long> admit(String what) {
        Instant now = clock.instant();
        boolean unknown = logged.size() < most && logged.add(what);
        if (!unknown && now.isBefore(next)) {
            omitted++;
            return Optional.empty();
        }
        next = now.plus(PAUSE);
        long others = omitted;
        omitted = 0;
        return Optional.of(others);
    }
}
