package io.graphtracker.backup.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What watching has to know of the schedule.
 *
 * @param exists whether one was ever set
 * @param on whether it makes backups
 * @param failure why the last run failed, as long as pages tell of it; otherwise empty
 * @param unchanged the last run if it found that nothing had changed since a backup; otherwise null
 */
public record ScheduleFacts(
        boolean exists,
        boolean on,
        String failure,
        @Nullable Unchanged unchanged) {

    /** No schedule was ever set. */
    static final ScheduleFacts NONE = new ScheduleFacts(false, false, "", null);

    /**
     * A backup that was found to have the content of the database.
     *
     * @param backup its name
     */
    public record Unchanged(String backup, Instant at) {}
}
