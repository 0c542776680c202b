package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Backs up the database of this application into the folder that the settings name; one backup at a time. */
@Service
public class BackupService {

    private static final Logger log = LoggerFactory.getLogger(BackupService.class);

    private final DatabaseUrl database;
    private final BackupsDirectory directory;
    private final BackupProcedure procedure;
    private final BackupTexts texts;
    private final FailSafeEvents events;
    private final Clock clock;
    private final BackupRateLimit rateLimit;
    private final AtomicReference<@Nullable BackupJob> running = new AtomicReference<>();
    private final AtomicReference<BackupEvent.@Nullable Ended> last = new AtomicReference<>();
    private final AtomicReference<@Nullable Thread> holder = new AtomicReference<>();
    private volatile boolean closing;

    BackupService(
            DatabaseUrl database,
            BackupsDirectory directory,
            BackupProcedure procedure,
            BackupTexts texts,
            ApplicationEventPublisher events,
            Clock clock,
            BackupRateLimit rateLimit) {
        this.database = database;
        this.directory = directory;
        this.procedure = procedure;
        this.texts = texts;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
        this.rateLimit = rateLimit;
    }

    /** Makes a backup that was requested on no page, see {@link #backUp(String, Origin)}. */
    public Backup backUp(String user) {
        return backUp(user, Origin.NONE);
    }

    /**
     * Makes a backup that a user requested, see {@link #backUp(BackupKind, String)}.
     *
     * @param user the name of the user
     * @param origin where it was requested
     * @throws TooManyBackupsException if the rate limit is reached
     */
    public Backup backUp(String user, Origin origin) {
        if (running.get() == null) {
            // otherwise the answer is that one is running
            rateLimit.requireAllowed();
        }
        Backup backup = backUp(BackupKind.MANUAL, user, origin);
        rateLimit.record();
        return backup;
    }

    /**
     * Makes a backup, and returns when it is published. That may take minutes for a large database: never call it on a
     * page's thread.
     *
     * @param kind its purpose
     * @param user the name of the user who requested it
     * @throws BackupException if no backup was made; nothing of it was kept, and older backups are unchanged
     */
    public Backup backUp(BackupKind kind, String user) {
        return backUp(kind, user, Origin.NONE);
    }

    private Backup backUp(BackupKind kind, String user, Origin origin) {
        return backUp(kind, user, origin, EqualBackup.NONE).backup();
    }

    /**
     * The same as {@link #backUp(BackupKind, String)}, but makes no file if an equal backup exists.
     *
     * @param equal is asked once the copy is verified
     */
    public BackupResult backUpUnless(EqualBackup equal, BackupKind kind, String user) {
        return backUp(kind, user, Origin.NONE, equal);
    }

    private BackupResult backUp(BackupKind kind, String user, Origin origin, EqualBackup equal) {
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        BackupJob job = new BackupJob(
                kind, now, System::nanoTime, progress -> events.publish(new BackupEvent.Progressed(progress)));
        begin(job);
        try {
            events.publish(new BackupEvent.Started(now, origin));
            BackupResult result = attempt(job, equal);
            Backup backup = result.backup();
            if (result.isNew()) {
                log.info("Backup {} made: {} bytes in {}", backup.file(), backup.sizeBytes(), backup.duration());
                end(new BackupEvent.Finished(backup, user));
            } else {
                log.info("No backup made: nothing has changed since {}", backup.file());
                end(new BackupEvent.Unchanged(backup, user));
            }
            return result;
        } catch (BackupException e) {
            if (kind == BackupKind.SCHEDULED && e.problem().category() == BackupProblem.Category.RUNNING) {
                events.publish(new BackupEvent.Postponed());
            } else {
                end(new BackupEvent.Failed(e, now, user));
            }
            throw e;
        } finally {
            // after the events, so that those of the next backup come later
            running.set(null);
        }
    }

    /** While it is open, only the thread that opened it makes backups. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Keeps other threads from starting backups: they are refused with {@code restore_running}. A backup that is
     * already running continues, and then the caller's own is refused.
     *
     * @see "docs/decisions/2026-11-24-restore-alone.md"
     */
    public Hold hold() {
        holder.set(Thread.currentThread());
        return () -> holder.set(null);
    }

    private void requireNotHeld() {
        Thread other = holder.get();
        if (other != null && other != Thread.currentThread()) {
            running.set(null);
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
    }

    private void begin(BackupJob job) {
        while (!running.compareAndSet(null, job)) {
            BackupJob other = running.get();
            if (other != null) {
                throw new BackupException(BackupProblem.BACKUP_RUNNING, other.startedAt());
            }
        }
        requireNotHeld();
        if (closing) {
            job.cancel();
        }
    }

    private void end(BackupEvent.Ended event) {
        last.set(event);
        events.publish(event);
    }

    private BackupResult attempt(BackupJob job, EqualBackup equal) {
        try {
            // the database first: where no backups can be made at all, nobody should be told to correct a setting for
            // them
            Path file = SourceDatabase.fileOf(database);
            return procedure.backUp(file, directory.folder(), job, equal);
        } catch (BackupException e) {
            log.warn("No backup made: {}", texts.message(e), e.getCause());
            throw e;
        } catch (IOException | SQLException | RuntimeException | Error e) {
            // an Error too: otherwise pages would show a running backup for ever
            throw UnexpectedError.logged(log, "The backup", e);
        }
    }

    /** The progress of the backup that is running in this process, if any. */
    public Optional<BackupProgress> progress() {
        return Optional.ofNullable(running.get()).map(BackupJob::progress);
    }

    /** The result of the last backup of this process, if any. */
    public Optional<BackupEvent.Ended> lastResult() {
        return Optional.ofNullable(last.get());
    }

    /**
     * Cancels the running backup of this process; it then ends with {@code backup_cancelled}, within a second unless it
     * waits for fsync or for another program's lock on the database.
     *
     * @throws BackupException {@code no_backup_running} if there is none, or it is already published;
     *     {@code restore_running} if it is part of a restore, which cannot be cancelled
     */
    public void cancel() {
        BackupJob job = running.get();
        if (job != null && job.kind() == BackupKind.BEFORE_RESTORE) {
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
        if (!cancel(job)) {
            throw new BackupException(BackupProblem.NO_BACKUP_RUNNING);
        }
    }

    private boolean cancel(@Nullable BackupJob job) {
        if (job == null || !job.cancel()) {
            return false;
        }
        events.publish(new BackupEvent.Progressed(job.progress()));
        return true;
    }

    /** At shutdown there is time to clean up, but not to finish. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        if (cancel(running.get())) {
            log.info("The application ends: the running backup is cancelled");
        }
    }
}
