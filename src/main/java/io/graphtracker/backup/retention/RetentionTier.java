package io.graphtracker.backup.retention;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a rule: each keeps the newest backup of so many periods. Periods without a backup do not count.
 *
 * @see "docs/decisions/2026-11-30-what-a-retention-rule-counts.md"
 */
public enum RetentionTier {
    /** The newest ones, whenever they were made. */
    LAST,
    HOURLY,
    DAILY,
    /** Weeks of ISO 8601, which begin on Monday. */
    WEEKLY,
    MONTHLY,
    YEARLY;

    /** The code, for example {@code weekly}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The period of a time in its zone; equal for times of the same period only.
     *
     * @param position of the backup among all of them, which {@link #LAST} takes for a period of its own
     */
    Object periodOf(ZonedDateTime at, int position) {
        return switch (this) {
            case LAST -> position;
            // as an instant: the hour that the clock repeats in autumn is two hours
            case HOURLY -> at.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAILY -> at.toLocalDate();
            case WEEKLY -> List.of(at.get(IsoFields.WEEK_BASED_YEAR), at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTHLY -> at.toLocalDate().withDayOfMonth(1);
            case YEARLY -> at.getYear();
        };
    }
}
