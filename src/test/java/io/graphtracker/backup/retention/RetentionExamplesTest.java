package io.graphtracker.backup.retention;

import static io.graphtracker.backup.retention.Histories.MEGABYTE;
import static io.graphtracker.backup.retention.Histories.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.catalog.CatalogEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked examples: what other programs keep of the same history by the same rule. */
class RetentionExamplesTest {

    private static final List<CatalogEntry> RESTIC = days(
            "2018-11-15",
            "2019-11-15",
            "2019-11-21",
            "2019-11-22",
            "2019-11-29",
            "2019-12-01",
            "2019-12-02",
            "2019-12-03",
            "2019-12-04");

    private static final List<CatalogEntry> SUNDAYS = Stream.iterate(
                    LocalDate.parse("2019-09-01"), day -> day.plusWeeks(1))
            .limit(12)
            .map(day -> scheduled(day.atTime(11, 0).toInstant(ZoneOffset.UTC)))
            .toList();

    private static List<CatalogEntry> days(String... days) {
        return Stream.of(days)
                .map(day -> scheduled(Instant.parse(day + "T11:59:15Z")))
                .toList();
    }

    /** What restic 0.14 keeps. */
    @ParameterizedTest
    @CsvSource({
        "last 1 + daily 1, 2019-12-04",
        "daily 1 + weekly 1 + monthly 1, 2019-12-04",
        "monthly 1 + yearly 1, 2019-12-04",
        "daily 3 + weekly 2, 2019-12-01 2019-12-02 2019-12-03 2019-12-04",
        "monthly 3, 2018-11-15 2019-11-29 2019-12-04"
    })
    void resticKeepsTheSame(String rule, String kept) {
        assertThat(keptDays(RESTIC, Histories.rule(rule))).containsExactly(kept.split(" "));
    }

    /** From its manual. */
    @Test
    void dailyOnesOfSundaysAreSundays() {
        assertThat(keptDays(SUNDAYS, Histories.rule("daily 4")))
                .containsExactly("2019-10-27", "2019-11-03", "2019-11-10", "2019-11-17");
    }

    /** From its manual: 2019-09-01 is in the week before, and there are no more months than three. */
    @Test
    void periodsThatOverlapNameEveryReason() {
        RetentionPlan plan = plan(SUNDAYS, Histories.rule("daily 4 + weekly 1 + monthly 2 + yearly 3"));

        assertThat(reasons(plan, "2019-11-17")).extracting(Object::getClass).hasSize(4);
        assertThat(reasons(plan, "2019-10-27")).hasSize(2);
        assertThat(reasons(plan, "2019-09-01"))
                .as("years are not used up")
                .containsExactly(new KeepReason.Oldest(RetentionTier.YEARLY));
    }

    /** As the tests of spatie/laravel-backup have it. */
    @Test
    void whatIsBeyondTheTotalSizeGoesTheOldestFirst() {
        List<CatalogEntry> four = days("2016-01-01", "2016-01-02", "2016-01-03", "2016-01-04");

        assertThat(keptDays(four, Histories.atMost(2 * MEGABYTE))).containsExactly("2016-01-03", "2016-01-04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last 1", "hourly 1", "daily 1", "weekly 1", "monthly 1", "yearly 1"})
    void ofSixOldOnesAtLeastTheNewestStays(String rule) {
        List<CatalogEntry> old =
                days("2009-12-04", "2010-12-04", "2011-12-04", "2012-12-04", "2013-12-04", "2014-12-04");

        assertThat(keptDays(old, Histories.rule(rule))).containsExactly("2014-12-04");
        assertThat(keptDays(old, Histories.atMost(1))).containsExactly("2014-12-04");
    }

    /** 2020-12-31 and 2021-01-01 are both in week 53 of 2020. */
    @Test
    void weeksAreThoseOfIso() {
        List<CatalogEntry> days =
                days("2020-12-20", "2020-12-27", "2020-12-31", "2021-01-01", "2021-01-03", "2021-01-04");

        assertThat(keptDays(days, Histories.rule("weekly 3")))
                .containsExactly("2020-12-27", "2021-01-03", "2021-01-04");
    }

    /** In Berlin, the second and the third are of one day; in UTC, the first and the second. */
    @Test
    void periodsAreThoseOfTheZone() {
        CatalogEntry first = scheduled(Instant.parse("2026-06-01T21:30:00Z"));
        CatalogEntry second = scheduled(Instant.parse("2026-06-01T22:30:00Z"));
        CatalogEntry third = scheduled(Instant.parse("2026-06-02T21:30:00Z"));
        List<CatalogEntry> all = List.of(first, second, third);

        assertThat(keptIn("Europe/Berlin", all, "daily 2")).containsExactly(third, first);
        assertThat(keptIn("UTC", all, "daily 2")).containsExactly(third, second);
    }

    /** In Berlin there are two hours from 02:00 that night. */
    @Test
    void theHourThatComesTwiceIsTwoHours() {
        CatalogEntry before = scheduled(Instant.parse("2026-10-24T23:15:00Z"));
        CatalogEntry first = scheduled(Instant.parse("2026-10-25T00:15:00Z"));
        CatalogEntry second = scheduled(Instant.parse("2026-10-25T01:15:00Z"));
        CatalogEntry later = scheduled(Instant.parse("2026-10-25T01:45:00Z"));

        assertThat(keptIn("Europe/Berlin", List.of(before, first, second, later), "hourly 2"))
                .containsExactly(later, first);
    }

    private static List<CatalogEntry> keptIn(String zone, List<CatalogEntry> history, String rule) {
        return Histories.kept(RetentionPlan.of(
                history,
                Histories.rule(rule),
                Instant.parse("2026-12-01T00:00:00Z").atZone(ZoneId.of(zone)),
                Set.of()));
    }

    @Test
    void nothingGoesBeforeItsTime() {
        RetentionRule rule = Histories.withAge(Histories.rule("last 1"), Duration.ofDays(3));

        RetentionPlan plan = plan(RESTIC, rule);

        assertThat(days(Histories.kept(plan))).containsExactly("2019-12-02", "2019-12-03", "2019-12-04");
        assertThat(reasons(plan, "2019-12-02")).containsExactly(new KeepReason.Young(Duration.ofDays(3)));
    }

    @Test
    void whatIsTooYoungStaysWhateverItsSizeAndTakesThePlaceOfOthers() {
        RetentionRule rule = new RetentionRule(Map.of(), 2 * MEGABYTE, Duration.ofDays(3), false);

        assertThat(keptDays(RESTIC, rule)).containsExactly("2019-12-02", "2019-12-03", "2019-12-04");
    }

    @Test
    void eachThatGoesSaysWhy() {
        RetentionRule rule = new RetentionRule(Map.of(RetentionTier.DAILY, 3), 2 * MEGABYTE, Duration.ZERO, false);
        RetentionPlan plan = plan(RESTIC, rule);

        assertThat(plan.deletions().reversed())
                .extracting(RetentionPlan.Decided::decision)
                .startsWith(Decision.Delete.OVER_SIZE, Decision.Delete.NOT_KEPT)
                .hasSize(7);
        assertThat(plan.freedBytes()).isEqualTo(7 * MEGABYTE);
        assertThat(plan.deletions().getFirst().entry()).isEqualTo(RESTIC.getFirst());
    }

    private static List<String> keptDays(List<CatalogEntry> history, RetentionRule rule) {
        List<CatalogEntry> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled);
        return days(Histories.kept(plan(shuffled, rule)));
    }

    private static List<String> days(List<CatalogEntry> entries) {
        return entries.stream()
                .map(entry -> entry.at().toLocalDate().toString())
                .sorted()
                .toList();
    }

    private static RetentionPlan plan(Collection<CatalogEntry> history, RetentionRule rule) {
        Instant newest = history.stream()
                .map(entry -> entry.at().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
        return Histories.plan(history, rule, newest.plusSeconds(60));
    }

    private static List<KeepReason> reasons(RetentionPlan plan, String day) {
        Decision decision = plan.files().stream()
                .filter(file -> file.entry().at().toLocalDate().toString().equals(day))
                .findFirst()
                .orElseThrow()
                .decision();
        return ((Decision.Keep) decision).reasons();
    }
}
