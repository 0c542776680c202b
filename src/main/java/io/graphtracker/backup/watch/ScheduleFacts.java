package io.graphtracker.backup.watch;

import io.graphtracker.backup.schedule.UnchangedBackup;
import org.jspecify.annotations.Nullable;

/**
 * What watching has to know of the schedule.
 *
 * @param exists whether one was ever set
 * @param on whether it makes backups
 * @param failure why the last run failed, as long as pages tell of it; otherwise empty
 * @param unchanged the backup that a run found unchanged last; null if none did
 */
public record ScheduleFacts(
        boolean exists,
        boolean on,
        String failure,
        @Nullable UnchangedBackup unchanged) {

    /** No schedule was ever set. */
    static final ScheduleFacts NONE = new ScheduleFacts(false, false, "", null);
}
