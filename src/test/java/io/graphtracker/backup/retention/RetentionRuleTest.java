package io.graphtracker.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionRuleTest {

    private static final Map<RetentionTier, Integer> ONE = Map.of(RetentionTier.LAST, 1);

    @Test
    void countsOfNothingAreNone() {
        RetentionRule rule = rule(Map.of(RetentionTier.DAILY, 3, RetentionTier.LAST, 0), null, Duration.ZERO);

        assertThat(rule.counts()).containsExactly(Map.entry(RetentionTier.DAILY, 3));
        assertThat(rule.count(RetentionTier.LAST)).isZero();
        assertThat(rule).isEqualTo(Histories.rule("daily 3"));
    }

    @Test
    void aRuleThatWouldKeepAllOrNothingIsNone() {
        assertRefused(Map.of(), null, Duration.ofDays(3));
        assertRefused(Map.of(RetentionTier.DAILY, 0), null, Duration.ZERO);
    }

    @Test
    void valuesOutOfTheirRangeAreRefused() {
        assertRefused(Map.of(RetentionTier.DAILY, -1), null, Duration.ZERO);
        assertRefused(Map.of(RetentionTier.DAILY, RetentionRule.MOST + 1), null, Duration.ZERO);
        assertRefused(ONE, 0L, Duration.ZERO);
        assertRefused(ONE, -1L, Duration.ZERO);
        assertRefused(ONE, null, Duration.ofSeconds(-1));
        assertRefused(ONE, null, RetentionRule.LONGEST_AGE.plusSeconds(1));
        assertThat(rule(Map.of(RetentionTier.DAILY, RetentionRule.MOST), 1L, RetentionRule.LONGEST_AGE))
                .isNotNull();
    }

    @Test
    void theSensibleOneKeepsAWeekOfDaysAMonthOfWeeksAndAYearOfMonths() {
        assertThat(RetentionRule.SENSIBLE).isEqualTo(Histories.rule("daily 7 + weekly 4 + monthly 12"));
    }

    private static void assertRefused(Map<RetentionTier, Integer> counts, @Nullable Long bytes, Duration age) {
        assertThatThrownBy(() -> rule(counts, bytes, age)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RetentionRule rule(Map<RetentionTier, Integer> counts, @Nullable Long bytes, Duration age) {
        return new RetentionRule(counts, bytes, age, false);
    }
}
