package io.graphtracker.backup.schedule.ui;

import io.graphtracker.backup.schedule.ScheduleState;
import org.jspecify.annotations.Nullable;

/** The schedule as a page shows it. */
public sealed interface ScheduleModel {

    /** It was not loaded yet. */
    record Loading() implements ScheduleModel {}

    /** Backups of this database cannot be made. */
    record Unsupported() implements ScheduleModel {}

    /** It cannot be read. */
    record Failed(String problem) implements ScheduleModel {}

    /**
     * It cannot be read now, which often passes in a moment: what was shown before may stay.
     *
     * @param lasting whether the last looks at the schedule found that, too
     */
    record Busy(String problem, boolean lasting) implements ScheduleModel {}

    /**
     * It was loaded.
     *
     * @param state null if none was ever set
     * @param problem why scheduled backups cannot be made now, or empty
     * @param folder why the backups folder cannot be used and what to do; empty if it can
     */
    record Loaded(@Nullable ScheduleState state, String problem, String folder) implements ScheduleModel {}
}
