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
 * Decides what of the same kind is worth another line in the log, so that nobody who may send requests can fill it: each
 * different thing once, up to a number, and of all others at most one line a minute, which counts them.
 */
public final class LimitedLog {

    /**
     * For things that nobody can invent, such as {@linkplain #placeOf places of errors}: each different one gets a line, however many there
     * are.
     */
    public static final int ALL = Integer.MAX_VALUE;

    private static final String OURS = "io.graphtracker.";
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

    /**
     * What an error is told from others by: its first cause, where that came from, and where in our own code, since a library makes all its
     * errors in the same place. There are as many of these as there are places in the code, whatever anybody sends.
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
