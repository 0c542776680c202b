package io.graphtracker.texts;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Formats times in their own zone, everywhere in the same way. */
public final class Times {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_TO_THE_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_DAY =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_DAY_AND_ZONE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_ZONE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Times() {}

    /** The time of day, for example {@code 21:30:05}. */
    public static String time(ZonedDateTime time) {
        return TIME.format(time);
    }

    /** The time of day, for example {@code 21:30}. */
    public static String timeToTheMinute(ZonedDateTime time) {
        return TIME_TO_THE_MINUTE.format(time);
    }

    /** Day and time, for example {@code 22 Nov 2026, 21:30}. */
    public static String toTheMinute(TemporalAccessor time) {
        return TO_THE_MINUTE.format(time);
    }

    /** Day of the week, day and time, for example {@code Sun 22 Nov 2026, 21:30}. */
    public static String withDay(TemporalAccessor time) {
        return WITH_DAY.format(time);
    }

    /** The same with the zone, for example {@code Sun 22 Nov 2026, 21:30 CET}. */
    public static String withDayAndZone(ZonedDateTime time) {
        return WITH_DAY_AND_ZONE.format(time);
    }

    /** Day and time, for example {@code 22 Nov 2026, 21:30:05}. */
    public static String toTheSecond(ZonedDateTime time) {
        return TO_THE_SECOND.format(time);
    }

    /** Day, time and zone, for example {@code 22 Nov 2026, 21:30:05 CET}. */
    public static String withZone(ZonedDateTime time) {
        return WITH_ZONE.format(time);
    }

    /** A day, for example {@code 22 Nov 2026}. */
    public static String day(TemporalAccessor time) {
        return DAY.format(time);
    }

    /** A month, for example {@code November 2026}. */
    public static String month(TemporalAccessor time) {
        return MONTH.format(time);
    }
}
