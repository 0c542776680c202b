package io.graphtracker.backup.retention;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which backups to keep.
 *
 * @param counts how many periods each part keeps a backup of; a part that is absent keeps none. Without any, the total
 *     size alone decides
 * @param maxTotalBytes how large all backups that the rule covers may be together; absent if that does not matter
 * @param minimumAge no backup is deleted before it is so old
 * @param manualToo whether it covers backups that users requested, too
 */
public record RetentionRule(
        Map<RetentionTier, Integer> counts, @Nullable Long maxTotalBytes, Duration minimumAge, boolean manualToo) {

    /** The greatest count: hourly backups of more than a year. */
    public static final int MOST = 9_999;

    /** The greatest minimum age. */
    public static final Duration LONGEST_AGE = Duration.ofDays(3_650);

    /** A history that suits most: a week of days, a month of weeks, a year of months. */
    public static final RetentionRule SENSIBLE = new RetentionRule(
            Map.of(RetentionTier.DAILY, 7, RetentionTier.WEEKLY, 4, RetentionTier.MONTHLY, 12),
            null,
            Duration.ZERO,
            false);

    /** @throws IllegalArgumentException if a value is out of its range, or the rule would keep all or nothing */
    public RetentionRule {
        Map<RetentionTier, Integer> given = new EnumMap<>(RetentionTier.class);
        counts.forEach((tier, count) -> {
            require(count >= 0 && count <= MOST, "A count is not from 0 to " + MOST + ": " + count);
            if (count > 0) {
                given.put(tier, count);
            }
        });
        counts = Collections.unmodifiableMap(given);
        require(maxTotalBytes == null || maxTotalBytes > 0, "The total size is not positive: " + maxTotalBytes);
        require(
                !minimumAge.isNegative() && minimumAge.compareTo(LONGEST_AGE) <= 0,
                "The minimum age is out of its range: " + minimumAge);
        require(!counts.isEmpty() || maxTotalBytes != null, "Neither a count nor a total size is given");
    }

    private static void require(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** How many periods a part keeps a backup of. */
    public int count(RetentionTier tier) {
        return counts.getOrDefault(tier, 0);
    }
}
