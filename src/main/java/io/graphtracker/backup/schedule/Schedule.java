package io.graphtracker.backup.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When scheduled backups are made.
 *
 * @param zone the zone of its times of day
 */
public record Schedule(Timing timing, ZoneId zone) {

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);

    /** What a user gets who has not thought about it: daily at 02:00. */
    public static Schedule recommended(ZoneId zone) {
        return new Schedule(new Timing.Daily(AT_NIGHT), zone);
    }

    /** Whether it ever makes a backup. */
    public boolean isOn() {
        return !(timing instanceof Timing.Off);
    }

    /** The timing as it is stored, for example {@code weekly SUNDAY 02:00}. */
    String storedTiming() {
        return switch (timing) {
            case Timing.Off off -> "off";
            case Timing.Every(int hours) -> "every " + hours;
            case Timing.Daily(LocalTime at) -> "daily " + at;
            case Timing.Weekly(DayOfWeek day, LocalTime at) -> "weekly " + day + " " + at;
            case Timing.Cron(String expression) -> "cron " + expression;
        };
    }

    /**
     * A schedule as it was stored.
     *
     * @throws RuntimeException if this version does not understand it
     */
    static Schedule ofStored(String timing, String zone) {
        String[] parts = timing.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        Timing read = switch (parts[0]) {
            case "off" -> new Timing.Off();
            case "every" -> new Timing.Every(Integer.parseInt(rest));
            case "daily" -> new Timing.Daily(LocalTime.parse(rest));
            case "weekly" -> {
                String[] dayAndTime = rest.split(" ", 2);
                yield new Timing.Weekly(DayOfWeek.valueOf(dayAndTime[0]), LocalTime.parse(dayAndTime[1]));
            }
            case "cron" -> new Timing.Cron(rest);
            default -> throw new IllegalArgumentException("An unknown timing: " + timing);
        };
        return new Schedule(read, ZoneId.of(zone));
    }
}
