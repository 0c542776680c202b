package io.graphtracker.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextRunsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);

    @Test
    void aTimeThatTheClockSkipsComesLaterThatDay() {
        Schedule daily = new Schedule(new Timing.Daily(HALF_PAST_TWO), BERLIN);

        assertThat(next(daily, "2026-03-27T12:00", 4))
                .containsExactly(
                        "2026-03-28T02:30+01:00",
                        "2026-03-29T03:30+02:00",
                        "2026-03-30T02:30+02:00",
                        "2026-03-31T02:30+02:00");
    }

    @Test
    void ofATimeThatComesTwiceTheFirstCounts() {
        Schedule daily = new Schedule(new Timing.Daily(HALF_PAST_TWO), BERLIN);

        assertThat(next(daily, "2026-10-24T12:00", 3))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00", "2026-10-27T02:30+01:00");
        // between the two half past twos, and after the second
        assertThat(NextRuns.first(daily, Instant.parse("2026-10-25T00:45:00Z")))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
        assertThat(NextRuns.first(daily, Instant.parse("2026-10-25T01:15:00Z")))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void aWeeklyOneDoesNotMissTheWeekOfAClockChange() {
        Schedule weekly = new Schedule(new Timing.Weekly(DayOfWeek.SUNDAY, HALF_PAST_TWO), BERLIN);

        assertThat(next(weekly, "2026-03-22T12:00", 2))
                .containsExactly("2026-03-29T03:30+02:00", "2026-04-05T02:30+02:00");
        assertThat(next(weekly, "2026-10-18T12:00", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-11-01T02:30+01:00");
    }

    /** In Brazil, the clock went forward at midnight until 2019. */
    @Test
    void aMidnightThatIsSkippedComesAtOne() {
        Schedule midnight = new Schedule(new Timing.Daily(LocalTime.MIDNIGHT), SAO_PAULO);

        assertThat(next(midnight, "2018-11-03T12:00", 2))
                .containsExactly("2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00");
        assertThat(next(midnight, "2018-02-16T12:00", 3))
                .containsExactly("2018-02-17T00:00-02:00", "2018-02-18T00:00-03:00", "2018-02-19T00:00-03:00");
    }

    @Test
    void hoursAreADurationWhateverTheClocksShow() {
        Schedule every = new Schedule(new Timing.Every(6), BERLIN);

        assertThat(next(every, "2026-03-28T20:00", 3))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T09:00+02:00", "2026-03-29T15:00+02:00");
        assertThat(next(every, "2026-10-24T20:00", 2))
                .containsExactly("2026-10-25T02:00+02:00", "2026-10-25T07:00+01:00");
    }

    @Test
    void hoursCountFromTheTimeThatWasDue() {
        Schedule every = new Schedule(new Timing.Every(6), BERLIN);
        Instant due = Instant.parse("2026-11-22T00:00:00Z");

        assertThat(NextRuns.after(every, due, due.plusSeconds(40))).contains(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(NextRuns.after(every, due, Instant.parse("2026-11-29T07:00:00Z")))
                .contains(Instant.parse("2026-11-29T12:00:00Z"));
        // the clock was set back
        assertThat(NextRuns.after(every, due, Instant.parse("2020-01-01T00:00:00Z")))
                .contains(Instant.parse("2020-01-01T06:00:00Z"));
    }

    @Test
    void aCronExpressionHasFiveFields() {
        Schedule workdays = cron("0 2 * * MON-FRI");

        assertThat(next(workdays, "2026-11-20T12:00", 2))
                .containsExactly("2026-11-23T02:00+01:00", "2026-11-24T02:00+01:00");
        assertThat(next(cron("  15   3\u00a01\u00a0*  *"), "2026-11-20T12:00", 1))
                .containsExactly("2026-12-01T03:15+01:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 2 * *", "0 0 2 * * *", "61 2 * * *", "every day", "@daily", "a b c d e"})
    void whatIsNoCronExpressionIsRefused(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing.Cron(expression));
    }

    @Test
    void aDateThatNeverComesIsNever() {
        assertThat(NextRuns.first(cron("0 2 30 2 *"), Instant.parse("2026-11-22T00:00:00Z")))
                .isEmpty();
        assertThat(NextRuns.first(new Schedule(new Timing.Off(), BERLIN), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void aLeapDayComesOnceInFourYears() {
        assertThat(next(cron("0 2 29 2 *"), "2026-11-20T12:00", 2))
                .containsExactly("2028-02-29T02:00+01:00", "2032-02-29T02:00+01:00");
    }

    @Test
    void whatIsStoredIsUnderstoodAgain() {
        List<Timing> timings = List.of(
                new Timing.Off(),
                new Timing.Every(6),
                new Timing.Daily(LocalTime.MIDNIGHT),
                new Timing.Weekly(DayOfWeek.SUNDAY, LocalTime.of(23, 59)),
                new Timing.Cron("*/5 2-4 1,15 * MON#1"));

        assertThat(timings).allSatisfy(timing -> {
            Schedule schedule = new Schedule(timing, SAO_PAULO);
            assertThat(Schedule.ofStored(
                            schedule.storedTiming(), schedule.zone().getId()))
                    .isEqualTo(schedule);
        });
    }

    private static Schedule cron(String expression) {
        return new Schedule(new Timing.Cron(expression), BERLIN);
    }

    private static List<String> next(Schedule schedule, String after, int count) {
        Instant now = LocalDateTime.parse(after).atZone(schedule.zone()).toInstant();
        return NextRuns.from(schedule, NextRuns.first(schedule, now).orElseThrow(), count).stream()
                .map(time -> time.atZone(schedule.zone()).toOffsetDateTime().toString())
                .toList();
    }
}
