package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.Catalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Concludes from the backups folder and the last results whether the data are safe. Blocking disk access. */
@Component
public class SafetyReader {

    private static final Logger log = LoggerFactory.getLogger(SafetyReader.class);

    private final BackupCatalog catalog;
    private final WatchStore store;
    private final ScheduleReader schedules;
    private final ChangeCount changes;
    private final EmptyDatabase emptyDatabase;
    private final RestoreService restores;
    private final DatabaseUrl database;
    private final VolumeSpace space;
    private final Clock clock;

    SafetyReader(
            BackupCatalog catalog,
            WatchStore store,
            ScheduleReader schedules,
            ChangeCount changes,
            EmptyDatabase emptyDatabase,
            RestoreService restores,
            DatabaseUrl database,
            VolumeSpace space,
            Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.schedules = schedules;
        this.changes = changes;
        this.emptyDatabase = emptyDatabase;
        this.restores = restores;
        this.database = database;
        this.space = space;
        this.clock = clock;
    }

    /** What was read of the folder. */
    private record Folder(
            @Nullable Catalog catalog, @Nullable BackupException problem) {}

    /** What was read of the operations database. */
    private record Results(
            WatchState state,
            ScheduleFacts schedule,
            @Nullable OperationsDatabaseProblem problem) {}

    /** Reads it, with the changes since the newest backup. Never fails: it tells what cannot be read. */
    public DataSafety read() {
        return read(true);
    }

    /** The same without the changes, which nobody asks for while no page is open. */
    DataSafety readWithoutChanges() {
        return read(false);
    }

    private DataSafety read(boolean withChanges) {
        Instant now = Instant.now(clock);
        Folder folder = folder();
        Results results = results();
        List<CatalogEntry> entries =
                folder.catalog() == null ? List.of() : folder.catalog().entries();
        CatalogEntry newest = folder.catalog() == null
                ? null
                : folder.catalog().newestVerified().orElse(null);
        return new DataSafety(
                now,
                reasons(folder, results, entries, newest, now),
                newest,
                results.state(),
                results.schedule(),
                withChanges ? changesSince(newest) : null,
                folder.catalog() == null ? null : volumes(folder.catalog()),
                folder.problem(),
                results.problem());
    }

    private Folder folder() {
        try {
            return new Folder(catalog.list(), null);
        } catch (BackupException e) {
            return new Folder(null, e);
        } catch (IOException e) {
            log.debug("The backups folder cannot be read", e);
            return new Folder(null, null);
        }
    }

    private Results results() {
        try {
            return new Results(store.read(), schedules.read(), null);
        } catch (OperationsDatabaseException e) {
            log.debug("The results of watching cannot be read", e);
            return new Results(WatchState.NONE, ScheduleFacts.NONE, e.problem());
        }
    }

    private Set<SafetyReason> reasons(
            Folder folder, Results results, List<CatalogEntry> entries, @Nullable CatalogEntry newest, Instant now) {
        EnumSet<SafetyReason> reasons = EnumSet.noneOf(SafetyReason.class);
        if (folder.catalog() == null) {
            boolean setting = folder.problem() != null
                    && folder.problem().problem().category() == BackupProblem.Category.CONFIGURATION;
            reasons.add(setting ? SafetyReason.NO_FOLDER : SafetyReason.UNREADABLE_FOLDER);
        } else if (newest == null) {
            reasons.add(SafetyReason.NO_BACKUP);
        } else if (DataSafety.isOutdated(
                newest, results.schedule(), results.state().settings(), now)) {
            reasons.add(SafetyReason.OUTDATED);
        }
        if (!restores.isRunning() && emptyDatabase.isBesideFullBackup(entries)) {
            reasons.add(SafetyReason.DATABASE_EMPTY);
        }
        if (is(results.state().conclusive(), DrillResult.Outcome.FAILED)) {
            reasons.add(SafetyReason.DRILL_FAILED);
        }
        if (is(results.state().drill(), DrillResult.Outcome.IMPOSSIBLE)) {
            reasons.add(SafetyReason.DRILL_IMPOSSIBLE);
        }
        if (!stillFailed(results.state().verification(), entries).isEmpty()) {
            reasons.add(SafetyReason.DAMAGED);
        }
        if (results.problem() != null) {
            reasons.add(SafetyReason.UNREADABLE_RESULTS);
        } else if (!results.schedule().failure().isEmpty()) {
            reasons.add(SafetyReason.RUN_FAILED);
        } else if (!results.schedule().on()) {
            reasons.add(SafetyReason.NO_SCHEDULE);
        }
        return Collections.unmodifiableSet(reasons);
    }

    private static boolean is(@Nullable DrillResult drill, DrillResult.Outcome outcome) {
        return drill != null && drill.outcome() == outcome;
    }

    /**
     * Those that did not pass, are still there, and did not pass since. That one is proven is not enough: the manifest
     * of a file that could not be read, or beside which nothing can be written, still tells of the time before.
     */
    static List<VerificationResult.Failure> stillFailed(
            @Nullable VerificationResult verification, List<CatalogEntry> entries) {
        if (verification == null) {
            return List.of();
        }
        return verification.failures().stream()
                .filter(failure -> entries.stream()
                        .anyMatch(entry ->
                                entry.name().equals(failure.name()) && !entry.isProvenAfter(verification.endedAt())))
                .toList();
    }

    private @Nullable Long changesSince(@Nullable CatalogEntry newest) {
        if (newest == null || restores.isRunning()) {
            return null;
        }
        var counted = changes.since(newest.file());
        return counted.isPresent() ? counted.getAsLong() : null;
    }

    private DataSafety.@Nullable Volumes volumes(Catalog folder) {
        if (!(database instanceof DatabaseUrl.Sqlite(Path file)) || !folder.exists()) {
            return null;
        }
        Path beside = PrivateFiles.folderOf(file);
        return new DataSafety.Volumes(
                space.isShared(beside, folder.folder()), space.volume(beside), space.volume(folder.folder()));
    }
}
