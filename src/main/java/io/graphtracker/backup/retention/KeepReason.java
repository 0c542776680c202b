package io.graphtracker.backup.retention;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Why a file stays. */
public sealed interface KeepReason {

    /**
     * It is the newest of its period.
     *
     * @param at when it was made, in the zone of the periods
     * @param count how many periods that part of the rule keeps
     */
    record Newest(RetentionTier tier, ZonedDateTime at, int count) implements KeepReason {}

    /** It is the oldest of all, and there are fewer periods than that part of the rule would keep. */
    record Oldest(RetentionTier tier) implements KeepReason {}

    /** The rule gives no counts, and all are within the total size. */
    record WithinSize(long maxTotalBytes) implements KeepReason {}

    /** It is too young to be deleted. */
    record Young(Duration minimumAge) implements KeepReason {}

    /** Reasons that do not depend on the counts of the rule. */
    enum Exempt implements KeepReason {
        /** It is the newest verified one, see {@link io.graphtracker.backup.catalog.BackupCatalog}. */
        NEWEST,
        /** A user protected it. */
        PROTECTED,
        /** It holds what the last restore replaced, or a restore of the last days. */
        UNDO,
        /** It is the last one made before an upgrade: the former version of the application can use it. */
        ROLLBACK,
        /** A user requested it, and the rule does not cover those. */
        MANUAL,
        /** It was uploaded or copied here: neither its origin nor its time is certain. */
        FROM_ELSEWHERE,
        /** It is dated in the future, so nothing is known about its age. */
        FUTURE,
        /** It is not verified. */
        UNVERIFIED,
        /** It is not a backup of this application. */
        FOREIGN,
        /** The newest backup is not verified, so older ones may be needed. */
        NEWEST_UNVERIFIED;

        /** The code, for example {@code from_elsewhere}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
