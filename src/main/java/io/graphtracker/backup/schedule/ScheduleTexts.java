package io.graphtracker.backup.schedule;

import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;
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
}
