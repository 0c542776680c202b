package io.graphtracker.backup.schedule;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schedule, and where it stands.
 *
 * @param nextDue null if it is off, or no time ever fits it
 * @param lastDue when the last run was due that was begun
 * @param running the run that was begun and has not ended, in this process or another, or was interrupted
 */
public record ScheduleState(
        Schedule schedule,
        @Nullable Instant nextDue,
        @Nullable Instant lastDue,
        @Nullable Claim running,
        @Nullable LastRun lastRun) {

    /**
     * The right to make the backup of one time, which one process gets.
     *
     * @param token different for each
     * @param again whether it makes up for a run that was interrupted
     */
    public record Claim(String token, Instant due, Instant since, boolean again) {}

    /** Whether a backup is to be made now. */
    boolean isDue(Instant now) {
        return nextDue != null && !nextDue.isAfter(now);
    }

    /**
     * The time it should be due next instead, if the clock was set back: the time that is stored may be years away.
     * The one that was begun last does not count again.
     */
    Optional<Instant> earlierDue(Instant now) {
        Instant due = nextDue;
        return due == null
                ? Optional.empty()
                : NextRuns.first(schedule, now)
                        .flatMap(first -> first.equals(lastDue) ? NextRuns.first(schedule, first) : Optional.of(first))
                        .filter(first -> first.isBefore(due));
    }

    ScheduleState withLastRun(LastRun ended) {
        return new ScheduleState(schedule, nextDue, lastDue, null, ended);
    }
}
