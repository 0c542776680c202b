package io.graphtracker.backup;

import java.time.Duration;
import java.time.Instant;

/**
 * Recognizes times in the future, which come from a clock that was wrong, or is wrong now. What has such a time must
 * not count as the newest for years: it is sorted last. But since the current time may be the wrong one, it is
 * protected all the same.
 *
 * @see "docs/decisions/2026-11-25-dates-in-the-future.md"
 */
public final class FutureDate {

    /** A usual difference between clocks. */
    private static final Duration INSTANT_TOLERANCE = Duration.ofMinutes(5);

    /** The largest difference between local times at the same instant. */
    private static final Duration LOCAL_TIME_TOLERANCE = Duration.ofHours(26);

    private FutureDate() {}

    /** Whether a recorded instant is in the future. */
    public static boolean isInstant(Instant instant, Instant now) {
        return instant.isAfter(now.plus(INSTANT_TOLERANCE));
    }

    /**
     * Whether a local time of an unknown zone, like that in the name of a backup, is in the future in every zone.
     *
     * @param readHere the local time, interpreted in the zone of this server
     */
    public static boolean isLocal(Instant readHere, Instant now) {
        return readHere.isAfter(now.plus(LOCAL_TIME_TOLERANCE));
    }
}
