package io.graphtracker.backup.schedule;

import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.operations.OperationsDatabaseTexts;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sentences about schedules. */
@Component
public class ScheduleTexts {

    private final Texts texts;

    ScheduleTexts(Texts texts) {
        this.texts = texts;
    }

    /** A schedule, for example "Daily at 02:00 (Europe/Berlin)". */
    public String describe(Schedule schedule) {
        String zone = schedule.zone().getId();
        return switch (schedule.timing()) {
            case Timing.Off off -> texts.get("schedule.off");
            case Timing.Every every -> texts.get("schedule.every", every.hours());
            case Timing.Daily daily -> texts.get("schedule.daily", daily.at(), zone);
            case Timing.Weekly weekly ->
                texts.get(
                        "schedule.weekly",
                        weekly.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        weekly.at(),
                        zone);
            case Timing.Cron cron -> texts.get("schedule.cron", cron.expression(), zone);
        };
    }

    /** A time of a schedule in its zone, for example "Mon 23 Nov 2026, 02:00". */
    public String time(Instant time, Schedule schedule) {
        return Times.withDay(time.atZone(schedule.zone()));
    }

    /** The same with the name of the zone at that time, for example "Mon 23 Nov 2026, 02:00 CET". */
    public String timeInZone(Instant time, Schedule schedule) {
        return Times.withDayAndZone(time.atZone(schedule.zone()));
    }

    /** When the next backup is due, or that none is. */
    public String next(@Nullable ScheduleState state) {
        if (state == null || !state.schedule().isOn()) {
            return texts.get("schedule.off");
        }
        ScheduleState.Claim running = state.running();
        if (running != null) {
            return texts.get("schedule.running", time(running.since(), state.schedule()));
        }
        return state.nextDue() == null
                ? texts.get("schedule.never")
                : texts.get(
                        "schedule.next.at",
                        time(state.nextDue(), state.schedule()),
                        state.schedule().zone().getId());
    }

    /** What became of a run. */
    public String result(LastRun run, Schedule schedule) {
        String when = time(run.endedAt(), schedule);
        return switch (run.outcome()) {
            case MADE -> texts.get("schedule.result.made", when, run.backup());
            case UNCHANGED -> texts.get("schedule.result.unchanged", when, run.backup());
            case CANCELLED -> texts.get("schedule.result.cancelled", when);
            case FAILED, INTERRUPTED ->
                run.backup().isEmpty()
                        ? texts.get("schedule.result.failed", when, reason(run))
                        : texts.get("schedule.result.not-restorable", when, run.backup(), reason(run));
        };
    }

    /** That a run failed, and why; what to do is part of {@link #result}. */
    public String failure(LastRun run, Schedule schedule) {
        String when = time(run.due(), schedule);
        if (!run.backup().isEmpty()) {
            return texts.get("schedule.failure.not-restorable", when, run.message());
        }
        return run.failures() > 1
                ? texts.get("schedule.failure.repeated", run.failures(), when, run.message())
                : texts.get("schedule.failure", when, run.message());
    }

    private static String reason(LastRun run) {
        return run.hint().isEmpty() ? run.message() : run.message() + " " + run.hint();
    }

    /** Why scheduled backups cannot be made, and what to do. */
    public String problem(OperationsDatabaseProblem problem) {
        return texts.get("schedule.problem", OperationsDatabaseTexts.problem(problem, texts));
    }
}
