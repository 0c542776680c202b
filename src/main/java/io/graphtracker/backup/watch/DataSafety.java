package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.schedule.UnchangedBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data are safe, and what that was concluded from.
 *
 * @param at when that was read, or could not be
 * @param reasons what speaks against it
 * @param newest the newest verified backup that counts, see {@link Catalog#newestVerified}; null if there is none
 * @param state the settings and last results; the default if they cannot be read
 * @param schedule what is known of the schedule
 * @param changes how many changes were made since the newest backup; null if that is not known
 * @param volumes where the copies are; null if there is no folder
 * @param folderProblem why the backups folder cannot be used; null if it can
 * @param resultsProblem why the operations database cannot be read; null if it can
 */
public record DataSafety(
        Instant at,
        Set<SafetyReason> reasons,
        @Nullable CatalogEntry newest,
        WatchState state,
        ScheduleFacts schedule,
        @Nullable Long changes,
        @Nullable Volumes volumes,
        @Nullable BackupException folderProblem,
        @Nullable OperationsDatabaseProblem resultsProblem) {

    /** The volumes of the database and of the backups folder. */
    public record Volumes(boolean shared, String ofDatabase, String ofBackups) {}

    /** Before it was first read. */
    public static final DataSafety UNREAD = new DataSafety(
            Instant.EPOCH,
            Set.of(SafetyReason.UNREADABLE_FOLDER),
            null,
            WatchState.NONE,
            ScheduleFacts.NONE,
            null,
            null,
            null,
            null);

    /** Whether it was read at all. */
    public boolean isRead() {
        return !equals(UNREAD);
    }

    /** The same, now that it cannot be read any more: what was the newest backup grows older meanwhile. */
    public DataSafety unreadable(Instant now) {
        EnumSet<SafetyReason> more = EnumSet.of(SafetyReason.UNREADABLE_FOLDER);
        more.addAll(reasons);
        if (newest != null && isOutdated(newest, schedule, state.settings(), now)) {
            more.add(SafetyReason.OUTDATED);
        }
        return new DataSafety(
                now,
                Collections.unmodifiableSet(more),
                newest,
                state,
                schedule,
                changes,
                volumes,
                folderProblem,
                resultsProblem);
    }

    /** A backup dated in the future says nothing about its age. */
    static boolean isOutdated(CatalogEntry newest, ScheduleFacts schedule, WatchSettings settings, Instant now) {
        Duration age = Duration.between(savedUntil(newest, schedule), now);
        return newest.inFuture() || age.compareTo(Duration.ofDays(settings.maxAgeDays())) > 0;
    }

    /** The answer. */
    public SafetyReason.Verdict verdict() {
        return reasons.stream()
                .map(SafetyReason::verdict)
                .min(Comparator.naturalOrder())
                .orElse(SafetyReason.Verdict.YES);
    }

    public boolean has(SafetyReason reason) {
        return reasons.contains(reason);
    }

    /** Until when all changes are in the newest backup: when it was made, or found to be unchanged since. */
    public Optional<Instant> savedUntil() {
        return Optional.ofNullable(newest).map(entry -> savedUntil(entry, schedule));
    }

    static Instant savedUntil(CatalogEntry newest, ScheduleFacts schedule) {
        Instant made = newest.at().toInstant();
        UnchangedBackup unchanged = schedule.unchanged();
        return unchanged != null
                        && unchanged.backup().equals(newest.name())
                        && unchanged.at().isAfter(made)
                ? unchanged.at()
                : made;
    }

    /** How long a restore takes: the last drill that could be run, and the safety backup that is made before; empty if none passed. */
    public Optional<Duration> restoreTime() {
        DrillResult drill = state.conclusive();
        if (drill == null || !drill.passed()) {
            return Optional.empty();
        }
        return Optional.of(drill.took().plus(safetyBackupTime()));
    }

    /** How long the safety backup of a restore takes: as long as the newest backup took. */
    public Duration safetyBackupTime() {
        return newest == null || newest.manifest() == null
                ? Duration.ZERO
                : Duration.ofMillis(newest.manifest().durationMillis());
    }

    /**
     * What every page warns of. Before there is a schedule, or while pages tell that its last run failed, that is only that
     * the contents of the database may be lost.
     */
    public Optional<SafetyReason> warning() {
        if (has(SafetyReason.DATABASE_EMPTY)) {
            return Optional.of(SafetyReason.DATABASE_EMPTY);
        }
        if (!schedule.exists() || has(SafetyReason.RUN_FAILED)) {
            return Optional.empty();
        }
        return reasons.stream().sorted().filter(this::isToBeTold).findFirst();
    }

    private boolean isToBeTold(SafetyReason reason) {
        return switch (reason) {
            case NO_FOLDER, UNREADABLE_FOLDER, NO_BACKUP, OUTDATED, DATABASE_EMPTY -> true;
            case DRILL_FAILED ->
                state.conclusive() != null && !state.conclusive().dismissed();
            case DAMAGED ->
                state.verification() != null && !state.verification().dismissed();
            case RUN_FAILED, DRILL_IMPOSSIBLE, UNREADABLE_RESULTS, NO_SCHEDULE -> false;
        };
    }
}
