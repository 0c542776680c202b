package io.graphtracker.backup.retention;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupName;
import io.graphtracker.backup.FileStamp;
import io.graphtracker.backup.TestManifests;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Files of backups folders that do not exist, and rules for them. */
final class Histories {

    static final long MEGABYTE = 1_000_000;

    private Histories() {}

    /** A verified scheduled backup. */
    static CatalogEntry scheduled(Instant at) {
        return of(at, BackupKind.SCHEDULED, MEGABYTE, proven(at));
    }

    static CatalogEntry of(Instant at, BackupKind kind) {
        return of(at, kind, MEGABYTE, proven(at));
    }

    static CatalogEntry of(Instant at, BackupKind kind, long size, VerificationState state) {
        return of(name(at), at, kind, size, state);
    }

    static CatalogEntry of(String name, Instant at, BackupKind kind, long size, VerificationState state) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        Path file = Path.of("/backups", name);
        return new CatalogEntry(name, file, size, time, state, TestManifests.of(file, size, time, kind), false, false);
    }

    /** The name of the backup that is made at a time. */
    static String name(Instant at) {
        return "graph_tracker_" + BackupName.first(at.atZone(ZoneOffset.UTC)).stamp() + ".sqlite";
    }

    /** The manifest of a copy that was made and verified at another time. */
    static BackupManifest moved(BackupManifest made, String name, Duration later, FileStamp checked) {
        return new BackupManifest(
                made.format(),
                name,
                made.kind(),
                made.createdAt().plus(later),
                made.zone(),
                made.provenAt().plus(later),
                made.applicationVersion(),
                made.schemaVersion(),
                made.sizeBytes(),
                made.sha256(),
                made.durationMillis(),
                made.contents(),
                null,
                null,
                null,
                null,
                checked);
    }

    static VerificationState proven(Instant at) {
        return new VerificationState.Proven(at.plusSeconds(1));
    }

    static CatalogEntry protectedByUser(CatalogEntry entry) {
        return new CatalogEntry(
                entry.name(),
                entry.file(),
                entry.sizeBytes(),
                entry.at(),
                entry.state(),
                entry.manifest() == null ? null : entry.manifest().withProtection(true),
                entry.inFuture(),
                entry.protectedAsNewest());
    }

    /** As the catalog marks the one that it protects, or the ones that are dated in the future. */
    static CatalogEntry marked(CatalogEntry entry, boolean inFuture, boolean newest) {
        return new CatalogEntry(
                entry.name(),
                entry.file(),
                entry.sizeBytes(),
                entry.at(),
                entry.state(),
                entry.manifest(),
                inFuture,
                newest);
    }

    static CatalogEntry withoutManifest(CatalogEntry entry, VerificationState state) {
        return new CatalogEntry(entry.name(), entry.file(), entry.sizeBytes(), entry.at(), state, null, false, false);
    }

    /** For example "daily 3 + weekly 2". */
    static RetentionRule rule(String text) {
        return new RetentionRule(
                Arrays.stream(text.split(" \\+ "))
                        .map(part -> part.split(" "))
                        .collect(Collectors.toMap(
                                part -> RetentionTier.valueOf(part[0].toUpperCase(Locale.ROOT)),
                                part -> Integer.valueOf(part[1]))),
                null,
                Duration.ZERO,
                false);
    }

    static RetentionRule atMost(long bytes) {
        return new RetentionRule(Map.of(), bytes, Duration.ZERO, false);
    }

    static RetentionRule withManual(RetentionRule rule) {
        return new RetentionRule(rule.counts(), rule.maxTotalBytes(), rule.minimumAge(), true);
    }

    static RetentionRule withAge(RetentionRule rule, Duration minimum) {
        return new RetentionRule(rule.counts(), rule.maxTotalBytes(), minimum, rule.manualToo());
    }

    /** In UTC, with nothing needed to undo a restore. */
    static RetentionPlan plan(Collection<CatalogEntry> entries, RetentionRule rule, Instant now) {
        return RetentionPlan.of(entries, rule, now.atZone(ZoneOffset.UTC), Set.of());
    }

    static List<CatalogEntry> kept(RetentionPlan plan) {
        return plan.files().stream()
                .filter(file -> !file.goes())
                .map(RetentionPlan.Decided::entry)
                .toList();
    }

    static Decision decision(RetentionPlan plan, CatalogEntry entry) {
        return plan.files().stream()
                .filter(file -> file.entry().equals(entry))
                .findFirst()
                .orElseThrow()
                .decision();
    }
}
