package io.graphtracker.backup.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a schedule is due. Times of day are looked for without a zone, and only the one that was found is placed in it:
 * one that the clock skips comes later that day, and of one that comes twice the first counts.
 *
 * <p>{@link CronExpression#next} with a time in a zone, and so Spring's {@code CronTrigger}, leaves out 02:30 on the
 * day the clock goes forward (a weekly one waits a week longer), and comes twice on the day it goes back.
 */
public final class NextRuns {

    private NextRuns() {}

    /** The first time after now, if there ever is one. A schedule by hours begins to count now. */
    public static Optional<Instant> first(Schedule schedule, Instant now) {
        return after(schedule, now, now);
    }

    /**
     * The first time after now, whatever was missed since another.
     *
     * @param due a time the schedule was due, from which a schedule by hours counts
     */
    public static Optional<Instant> after(Schedule schedule, Instant due, Instant now) {
        return switch (schedule.timing()) {
            case Timing.Off off -> Optional.empty();
            case Timing.Every(int hours) -> Optional.of(after(Duration.ofHours(hours), due, now));
            case Timing.Daily(LocalTime at) -> after(cron(at, "*"), schedule.zone(), now);
            case Timing.Weekly(DayOfWeek day, LocalTime at) ->
                after(cron(at, day.name().substring(0, 3)), schedule.zone(), now);
            case Timing.Cron(String expression) -> after(expression, schedule.zone(), now);
        };
    }

    /**
     * Several times in their order; fewer if there are no more.
     *
     * @param first the first of them
     */
    public static List<Instant> from(Schedule schedule, Instant first, int count) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> next = Optional.of(first);
        while (next.isPresent() && times.size() < count) {
            times.add(next.get());
            next = first(schedule, next.get());
        }
        return times;
    }

    private static Instant after(Duration step, Instant due, Instant now) {
        Instant from = due.isAfter(now) ? now : due;
        long passed = Duration.between(from, now).dividedBy(step);
        return from.plus(step.multipliedBy(passed + 1));
    }

    private static String cron(LocalTime at, String day) {
        return String.format(Locale.ROOT, "%d %d * * %s", at.getMinute(), at.getHour(), day);
    }

    private static Optional<Instant> after(String expression, ZoneId zone, Instant now) {
        // Spring's expressions begin with seconds
        CronExpression cron = CronExpression.parse("0 " + expression);
        LocalDateTime local = cron.next(LocalDateTime.ofInstant(now, zone));
        while (local != null) {
            Instant time = local.atZone(zone).toInstant();
            if (time.isAfter(now)) {
                return Optional.of(time);
            }
            local = cron.next(local);
        }
        return Optional.empty();
    }
}
