package io.graphtracker.backup;

import java.time.Duration;
import java.time.Instant;

/**
 * Times that cannot be: those to come. A clock that was wrong once must not put what was made then before everything that is made
 * later. Whether it was wrong then or is wrong now, nobody can tell; so what has such a time comes last where things are put in
 * order, and is protected all the same.
 */
public final class FutureDate {

    /** How far clocks are apart, and are set back by those who keep them. */
    private static final Duration OF_INSTANTS = Duration.ofMinutes(5);

    /** How far local times are apart, from the first zone to the last. */
    private static final Duration OF_LOCAL_TIMES = Duration.ofHours(26);

    private FutureDate() {}

    /** Whether an instant that somebody noted is still to come. */
    public static boolean isInstant(Instant instant, Instant now) {
        return instant.isAfter(now.plus(OF_INSTANTS));
    }

    /** Whether a time of which the zone is not known, as the name of a backup has it, is still to come wherever it was noted. */
    public static boolean isLocal(Instant readHere, Instant now) {
        return readHere.isAfter(now.plus(OF_LOCAL_TIMES));
    }
}
