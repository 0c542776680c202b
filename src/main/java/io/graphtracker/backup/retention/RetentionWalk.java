package io.graphtracker.backup.retention;

import io.graphtracker.backup.catalog.CatalogEntry;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies the counts of a rule as restic does: each part of the rule goes through the backups by itself, from the newest
 * to the oldest, and what any of them keeps stays. Then the total size is limited.
 *
 * @see "https://restic.readthedocs.io/en/stable/060_forget.html"
 */
final class RetentionWalk {

    private final List<CatalogEntry> covered;
    private final RetentionRule rule;
    private final ZonedDateTime now;

    /** Why each of them stays so far, in the order of {@link #covered}. */
    private final List<List<KeepReason>> reasons;

    private RetentionWalk(List<CatalogEntry> covered, RetentionRule rule, ZonedDateTime now) {
        this.covered = covered;
        this.rule = rule;
        this.now = now;
        this.reasons = Stream.<List<KeepReason>>generate(ArrayList::new)
                .limit(covered.size())
                .toList();
    }

    /**
     * What the rule does with each.
     *
     * @param covered what the rule covers, the newest first
     * @param now the current time, in the zone of the periods
     * @return in the same order
     */
    static List<Decision> decisions(List<CatalogEntry> covered, RetentionRule rule, ZonedDateTime now) {
        RetentionWalk walk = new RetentionWalk(covered, rule, now);
        rule.counts().forEach(walk::keep);
        return walk.decide();
    }

    private void keep(RetentionTier tier, int count) {
        int left = count;
        Object previous = null;
        for (int position = 0; position < covered.size() && left > 0; position++) {
            ZonedDateTime at = time(position);
            Object period = tier.periodOf(at, position);
            if (!period.equals(previous)) {
                reasons.get(position).add(new KeepReason.Newest(tier, at, count));
                previous = period;
                left--;
            } else if (position == covered.size() - 1) {
                reasons.get(position).add(new KeepReason.Oldest(tier));
            }
        }
    }

    private ZonedDateTime time(int position) {
        return covered.get(position).at().withZoneSameInstant(now.getZone());
    }

    private List<Decision> decide() {
        List<Decision> decisions = new ArrayList<>();
        Long max = rule.maxTotalBytes();
        long total = 0;
        for (int position = 0; position < covered.size(); position++) {
            boolean young = isYoung(position);
            List<KeepReason> found = found(position, young);
            if (found.isEmpty()) {
                decisions.add(Decision.Delete.NOT_KEPT);
                continue;
            }
            // also of those that go, so that all older ones go, too, and not only large ones
            total += covered.get(position).sizeBytes();
            // no size is too large for the newest
            if (max == null || total <= max || position == 0) {
                decisions.add(new Decision.Keep(found));
            } else {
                decisions.add(young ? new Decision.Keep(List.of(tooYoung())) : Decision.Delete.OVER_SIZE);
            }
        }
        return decisions;
    }

    private List<KeepReason> found(int position, boolean young) {
        List<KeepReason> found = new ArrayList<>(reasons.get(position));
        if (rule.counts().isEmpty() && rule.maxTotalBytes() != null) {
            found.add(
                    position == 0
                            ? new KeepReason.Newest(RetentionTier.LAST, time(0), 1)
                            : new KeepReason.WithinSize(rule.maxTotalBytes()));
        }
        if (young) {
            found.add(tooYoung());
        }
        return found;
    }

    private KeepReason tooYoung() {
        return new KeepReason.Young(rule.minimumAge());
    }

    private boolean isYoung(int position) {
        return !rule.minimumAge().isZero() && time(position).isAfter(now.minus(rule.minimumAge()));
    }
}
