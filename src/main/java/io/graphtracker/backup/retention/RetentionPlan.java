package io.graphtracker.backup.retention;

import io.graphtracker.backup.catalog.CatalogEntry;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a rule does with each file of the backups folder. It depends on nothing else than what it is given, in whichever
 * order; applied to what it leaves, it leaves all.
 *
 * @param files the newest first, those dated in the future last
 * @see "docs/decisions/2026-11-30-what-a-retention-rule-counts.md"
 */
public record RetentionPlan(List<Decided> files) {

    /** A file, and what is done with it. */
    public record Decided(CatalogEntry entry, Decision decision) {

        /** Whether it is deleted. */
        public boolean goes() {
            return decision instanceof Decision.Delete;
        }
    }

    /**
     * Applies a rule to a listing.
     *
     * @param now the current time, in the zone of the periods
     * @param neededToUndo the names of the backups that the undo of the last restore needs
     */
    public static RetentionPlan of(
            Collection<CatalogEntry> entries, RetentionRule rule, ZonedDateTime now, Set<String> neededToUndo) {
        List<CatalogEntry> sorted =
                entries.stream().sorted(CatalogEntry.NEWEST_FIRST).toList();
        Exemptions exemptions = Exemptions.of(rule, now.toInstant(), neededToUndo, sorted);
        List<CatalogEntry> covered = new ArrayList<>();
        Map<String, Decision> decisions = new HashMap<>();
        for (CatalogEntry entry : sorted) {
            List<KeepReason> exempt = exemptions.of(entry);
            if (exempt.isEmpty()) {
                covered.add(entry);
            } else {
                decisions.put(entry.name(), new Decision.Keep(exempt));
            }
        }
        boolean safe = Exemptions.isNewestVerified(sorted);
        List<Decision> byRule = RetentionWalk.decisions(covered, rule, now);
        for (int position = 0; position < covered.size(); position++) {
            CatalogEntry entry = covered.get(position);
            decisions.put(entry.name(), decision(entry, byRule.get(position), safe));
        }
        return new RetentionPlan(sorted.stream()
                .map(entry -> new Decided(entry, Objects.requireNonNull(decisions.get(entry.name()))))
                .toList());
    }

    /** What is decided about one that the rule covers, which stays all the same if too little else would be left. */
    private static Decision decision(CatalogEntry entry, Decision byRule, boolean safe) {
        List<KeepReason> reasons = new ArrayList<>();
        if (entry.protectedAsNewest()) {
            reasons.add(KeepReason.Exempt.NEWEST);
        }
        if (byRule instanceof Decision.Keep(List<KeepReason> others)) {
            reasons.addAll(others);
        } else if (!safe) {
            reasons.add(KeepReason.Exempt.NEWEST_UNVERIFIED);
        }
        return reasons.isEmpty() ? byRule : new Decision.Keep(reasons);
    }

    /** The files that are deleted, the oldest first: whatever stops that in the middle, the newer ones are left. */
    public List<Decided> deletions() {
        return files.reversed().stream().filter(Decided::goes).toList();
    }

    /** How many bytes that frees. */
    public long freedBytes() {
        return deletions().stream().mapToLong(file -> file.entry().sizeBytes()).sum();
    }
}
