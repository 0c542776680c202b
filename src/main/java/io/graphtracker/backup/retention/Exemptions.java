package io.graphtracker.backup.retention;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.restore.RestoreService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Finds the files that a rule does not cover: they stay, and take no place in its counts.
 *
 * @param neededToUndo the names of the backups that the undo of the last restore needs
 * @param neededToRollBack the name of the last backup made before an upgrade; empty if there is none
 */
record Exemptions(RetentionRule rule, Instant now, Set<String> neededToUndo, String neededToRollBack) {

    /** Those for a listing, the newest first. */
    static Exemptions of(RetentionRule rule, Instant now, Set<String> neededToUndo, Collection<CatalogEntry> sorted) {
        String last = sorted.stream()
                .filter(entry -> entry.isProven()
                        && entry.manifest() != null
                        && entry.manifest().kind() == BackupKind.BEFORE_UPGRADE)
                .findFirst()
                .map(CatalogEntry::name)
                .orElse("");
        return new Exemptions(rule, now, neededToUndo, last);
    }

    /** Why the rule does not cover a file; empty if it does. */
    List<KeepReason> of(CatalogEntry entry) {
        List<KeepReason> reasons = new ArrayList<>();
        if (entry.isProtected()) {
            reasons.add(KeepReason.Exempt.PROTECTED);
        }
        if (!entry.isOurs()) {
            reasons.add(KeepReason.Exempt.FOREIGN);
        } else if (!entry.isProven() || entry.manifest() == null) {
            reasons.add(KeepReason.Exempt.UNVERIFIED);
        } else {
            addReasons(entry, entry.manifest().kind(), reasons);
        }
        if (!reasons.isEmpty() && entry.protectedAsNewest()) {
            reasons.addFirst(KeepReason.Exempt.NEWEST);
        }
        return reasons;
    }

    /** Of one that is verified. */
    private void addReasons(CatalogEntry entry, BackupKind kind, List<KeepReason> reasons) {
        if (entry.inFuture()) {
            reasons.add(KeepReason.Exempt.FUTURE);
        }
        if (neededToUndo.contains(entry.name()) || kind == BackupKind.BEFORE_RESTORE && mayBeOnOffer(entry)) {
            reasons.add(KeepReason.Exempt.UNDO);
        }
        if (entry.name().equals(neededToRollBack)) {
            reasons.add(KeepReason.Exempt.ROLLBACK);
        }
        if (kind == BackupKind.MANUAL && !rule.manualToo()) {
            reasons.add(KeepReason.Exempt.MANUAL);
        }
        if (!kind.isOwn() || BackupName.of(entry.name()).isEmpty()) {
            reasons.add(KeepReason.Exempt.FROM_ELSEWHERE);
        }
    }

    /** By its age alone: whether there is an offer may be unknown at the moment. */
    private boolean mayBeOnOffer(CatalogEntry entry) {
        return entry.at().toInstant().plus(RestoreService.UNDO).isAfter(now);
    }

    /**
     * Whether the newest backup made here is verified: otherwise something may be wrong with new ones, and the older
     * ones are all there is.
     */
    static boolean isNewestVerified(Collection<CatalogEntry> entries) {
        return entries.stream()
                .filter(entry -> !entry.inFuture() && isMadeHere(entry))
                .min(CatalogEntry.NEWEST_FIRST)
                .filter(CatalogEntry::isProven)
                .isPresent();
    }

    private static boolean isMadeHere(CatalogEntry entry) {
        return entry.manifest() == null
                ? entry.isOurs() && BackupName.of(entry.name()).isPresent()
                : entry.manifest().kind().isOwn();
    }
}
