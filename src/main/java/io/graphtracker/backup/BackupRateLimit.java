package io.graphtracker.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often backups may be made that somebody asks for: a program that asks in a loop must not fill the folder, and each of its
 * backups would hold what the one before does. People who click do not notice it.
 */
@Component
class BackupRateLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final int most;

    /** When the latest were made, the oldest first; guarded by this. */
    private final Deque<Instant> made = new ArrayDeque<>();

    /** @param most how many may be made within a minute */
    BackupRateLimit(Clock clock, @Value("${graphtracker.backups-per-minute:10}") int most) {
        this.clock = clock;
        this.most = most;
    }

    /**
     * Asks before one is made.
     *
     * @throws TooManyBackupsException if as many as may be were made within the last minute
     */
    synchronized void requireRoom() {
        Instant now = Instant.now(clock);
        // nobody is to wait for years because the clock was wrong for a moment
        made.removeIf(at -> at.isAfter(now) || !at.plus(WINDOW).isAfter(now));
        if (made.size() >= most) {
            Duration wait = Duration.between(now, made.getFirst().plus(WINDOW));
            ZonedDateTime latest = made.getLast().atZone(clock.getZone());
            throw new TooManyBackupsException(made.size(), latest, wait);
        }
    }

    /** Notes that one was made. What was tried and failed fills no folder. */
    synchronized void note() {
        made.add(Instant.now(clock));
    }
}
