package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.ContentsCounter;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.SourceDatabase;
import io.graphtracker.backup.UnexpectedError;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VerificationJobs;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.database.DatabaseContents;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.environment.LockedFile;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Does with a backup what a restore does, except for touching the live database: copies, migrates, checks, opens and
 * counts it, in a folder of its own beside the database, and deletes all of it again.
 *
 * @see "docs/decisions/2026-11-30-watching-the-backups.md"
 */
@Component
public class RestoreDrill {

    private static final Logger log = LoggerFactory.getLogger(RestoreDrill.class);

    /** What stays free on the volume of the live database, which needs space to go on working. */
    static final long LEFT_FREE_BYTES = 100L * 1024 * 1024;

    private final DatabaseUrl database;
    private final StagedCopy staging;
    private final DatabaseHealth health;
    private final VerificationJobs jobs;
    private final List<DatabaseContents> contents;
    private final LongSupplier nanoTime;

    @Autowired
    RestoreDrill(
            DatabaseUrl database,
            StagedCopy staging,
            DatabaseHealth health,
            VerificationJobs jobs,
            ObjectProvider<DatabaseContents> contents) {
        this(database, staging, health, jobs, contents.orderedStream().toList(), System::nanoTime);
    }

    /** @param nanoTime a monotonic clock, in nanoseconds */
    RestoreDrill(
            DatabaseUrl database,
            StagedCopy staging,
            DatabaseHealth health,
            VerificationJobs jobs,
            List<DatabaseContents> contents,
            LongSupplier nanoTime) {
        this.database = database;
        this.staging = staging;
        this.health = health;
        this.jobs = jobs;
        this.contents = List.copyOf(contents);
        this.nanoTime = nanoTime;
    }

    /** What takes time. */
    public enum Phase {
        /** Copying the backup and comparing its checksum. */
        COPYING,
        /** Adapting the copy to this version. */
        MIGRATING,
        /** Checking every page and row. */
        CHECKING,
        /** Opening it as the application does, and counting what it contains. */
        COUNTING
    }

    /**
     * Runs it.
     *
     * @param job told of the progress, and asked whether to go on
     * @param begun told of each phase
     * @return how long each phase took
     * @throws BackupException {@code backup_unusable} if a restore would fail; {@code not_enough_space},
     *     {@code restore_refused} or {@code restore_running} if it could not be tried; {@code backup_cancelled}
     */
    public Map<Phase, Duration> run(CatalogEntry backup, VerificationJob job, Consumer<Phase> begun) {
        try (LockedFile lock = lock();
                VerificationJobs.Running running = jobs.begin(job, backup.sizeBytes())) {
            Path folder = files().drill();
            deleteQuietly(folder);
            try {
                PrivateFiles.createFolders(folder);
                return run(backup, stagedIn(folder), job, begun);
            } finally {
                deleteQuietly(folder);
            }
        } catch (LockedFile.HeldException e) {
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        } catch (BackupException e) {
            throw e;
        } catch (IOException | SQLException | RuntimeException | Error e) {
            job.throwIfCancelled();
            throw UnexpectedError.logged(log, ProblemKind.IN_OPERATION, "The restore drill", e);
        }
    }

    /**
     * Deletes what a drill left that was killed, unless one is running in another process.
     *
     * @throws IOException if that is impossible
     */
    public void deleteLeftovers() throws IOException {
        if (!(database instanceof DatabaseUrl.Sqlite) || !Files.exists(files().drill(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (LockedFile lock = lock()) {
            log.info("Deleting {}, left behind by a restore drill", files().drill());
            delete(files().drill());
        } catch (LockedFile.HeldException e) {
            log.debug("A restore drill is running", e);
        }
    }

    private DatabaseFiles files() throws IOException {
        return DatabaseFiles.of(SourceDatabase.fileOf(database));
    }

    private LockedFile lock() throws IOException, LockedFile.HeldException {
        return LockedFile.take(files().drillLock(), "");
    }

    private DatabaseFiles stagedIn(Path folder) throws IOException {
        return new DatabaseFiles(folder.resolve(files().database().getFileName()));
    }

    private Map<Phase, Duration> run(
            CatalogEntry backup, DatabaseFiles files, VerificationJob job, Consumer<Phase> begun)
            throws IOException, SQLException {
        staging.requireSpace(
                ProblemKind.SPACE_FOR_DRILL,
                backup.sizeBytes(),
                LEFT_FREE_BYTES,
                PrivateFiles.folderOf(files.database()));
        Map<Phase, Duration> times = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            begun.accept(phase);
            long start = nanoTime.getAsLong();
            run(phase, backup, files, job);
            times.put(phase, Duration.ofNanos(nanoTime.getAsLong() - start));
        }
        return times;
    }

    private void run(Phase phase, CatalogEntry backup, DatabaseFiles files, VerificationJob job)
            throws IOException, SQLException {
        job.enter(0);
        switch (phase) {
            case COPYING -> {
                String sha256 = staging.copy(backup, files, job);
                if (backup.manifest() != null && !backup.manifest().sha256().equals(sha256)) {
                    throw BackupException.of(ProblemKind.CHECKSUM);
                }
            }
            case MIGRATING -> staging.migrate(files, job);
            case CHECKING -> staging.check(files, job);
            case COUNTING -> {
                health.requireWorking(files.staged());
                requireContents(backup.manifest(), files.staged(), job);
            }
        }
        job.throwIfCancelled();
    }

    /** Kinds that only one of the two versions counts are not compared. */
    private void requireContents(@Nullable BackupManifest manifest, Path file, VerificationJob job)
            throws SQLException {
        try (Connection connection = SqliteFiles.open(file, job)) {
            Map<String, Long> counted = ContentsCounter.count(connection, contents);
            Map<String, Long> written = manifest == null ? Map.of() : manifest.contents();
            written.forEach((kind, count) -> {
                Long found = counted.get(kind);
                if (found != null && !found.equals(count)) {
                    throw BackupException.of(ProblemKind.CONTENTS, String.valueOf(count), found + " " + kind);
                }
            });
        }
    }

    /** What cannot be deleted now is deleted before the next drill, or at the next start. */
    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            log.warn("What a restore drill left in {} could not be deleted", folder, e);
        }
    }

    /** It has no folders inside: should there be one, it is not ours, and this fails. */
    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
