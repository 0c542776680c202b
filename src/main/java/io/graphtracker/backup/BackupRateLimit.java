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
 * Limits how many backups can be requested within a minute: a program that does so in a loop must not fill the folder
 * with backups of the same contents. People who click do not notice it.
 *
 * @see "docs/decisions/2026-11-25-ten-backups-a-minute.md"
 */
@Component
class BackupRateLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final int max;

    /** When the latest backups were made, the oldest first; guarded by this. */
    private final Deque<Instant> made = new ArrayDeque<>();

    /** @param max how many may be made within a minute */
    BackupRateLimit(Clock clock, @Value("${graphtracker.backups-per-minute:10}") int max) {
        this.clock = clock;
        this.max = max;
    }

    /**
     * Requires that another backup may be made now.
     *
     * @throws TooManyBackupsException if the limit is reached
     */
    synchronized void requireAllowed() {
        Instant now = Instant.now(clock);
        // times in the future do not count: nobody is to wait for years because the clock was wrong for a moment
        made.removeIf(at -> at.isAfter(now) || !at.plus(WINDOW).isAfter(now));
        if (made.size() >= max) {
            Duration wait = Duration.between(now, made.getFirst().plus(WINDOW));
            ZonedDateTime latest = made.getLast().atZone(clock.getZone());
            throw new TooManyBackupsException(made.size(), latest, wait);
        }
    }

    /** Counts a backup that was made; failed attempts do not count, since they leave no files. */
    synchronized void record() {
        made.add(Instant.now(clock));
    }
}
