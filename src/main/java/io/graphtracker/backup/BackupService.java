package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Backs up the database this application uses, into the folder the settings name. */
@Service
public class BackupService {

    private static final Logger log = LoggerFactory.getLogger(BackupService.class);

    private final DatabaseUrl database;
    private final BackupsDirectory settings;
    private final BackupEngine engine;
    private final BackupTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final BackupRateLimit pace;
    private final AtomicReference<@Nullable BackupJob> running = new AtomicReference<>();
    private final AtomicReference<BackupEvent.@Nullable Ended> last = new AtomicReference<>();
    private final AtomicReference<@Nullable Thread> holder = new AtomicReference<>();
    private volatile boolean closing;

    BackupService(
            DatabaseUrl database,
            BackupsDirectory settings,
            BackupEngine engine,
            BackupTexts texts,
            ApplicationEventPublisher events,
            Clock clock,
            BackupRateLimit pace) {
        this.database = database;
        this.settings = settings;
        this.engine = engine;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Makes a backup that somebody asked for, see {@link #backUp(BackupKind, String)}.
     *
     * @throws TooManyBackupsException if that happened too often within the last minute
     */
    public Backup backUp(String by) {
        if (running.get() == null) {
            // else it is told what is running
            pace.requireRoom();
        }
        Backup backup = backUp(BackupKind.MANUAL, by);
        pace.note();
        return backup;
    }

    /**
     * Makes a backup, and returns when it is published. Takes as long as the database is large: never call it on a thread
     * that a page waits for.
     *
     * @param kind what it is made for
     * @param by the name of the user who asked for it
     * @throws BackupException if none was made; nothing of it was kept then, and older backups are untouched
     */
    public Backup backUp(BackupKind kind, String by) {
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        BackupJob run =
                new BackupJob(kind, now, System::nanoTime, progress -> publish(new BackupEvent.Progressed(progress)));
        begin(run);
        try {
            publish(new BackupEvent.Started(now));
            Backup backup = attempt(run);
            log.info("Backup {} made: {} bytes in {}", backup.file(), backup.sizeBytes(), backup.duration());
            end(new BackupEvent.Finished(backup, by));
            return backup;
        } catch (BackupException e) {
            end(new BackupEvent.Failed(e, now, by));
            throw e;
        } finally {
            // after the events, so that those of the next backup cannot overtake them
            running.set(null);
        }
    }

    /** As long as it is held, only the thread that holds it makes backups. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Keeps backups of all other threads from beginning; they are refused with {@code restore_running}. One that runs already goes
     * on, and the holder's own is then refused.
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

    private void begin(BackupJob run) {
        while (!running.compareAndSet(null, run)) {
            BackupJob other = running.get();
            if (other != null) {
                throw new BackupException(BackupProblem.BACKUP_RUNNING, other.startedAt());
            }
        }
        requireNotHeld();
        if (closing) {
            run.cancel();
        }
    }

    private void end(BackupEvent.Ended event) {
        last.set(event);
        publish(event);
    }

    private Backup attempt(BackupJob run) {
        try {
            Path file = sqliteFile();
            return engine.backUp(file, settings.folder(), run);
        } catch (BackupException e) {
            log.warn("No backup made: {}", texts.message(e), e.getCause());
            throw e;
        } catch (IOException | SQLException | RuntimeException | Error e) {
            // an Error too: pages would otherwise show for ever that a backup is running
            String id = UUID.randomUUID().toString().substring(0, 8);
            log.error("The backup failed, error id {}", id, e);
            throw BackupException.causedBy(e, BackupProblem.UNEXPECTED, id);
        }
    }

    /** The engine comes first: whoever cannot make backups at all should not be sent to correct a setting for them. */
    private Path sqliteFile() {
        return switch (database) {
            case DatabaseUrl.Sqlite(Path file) -> file;
            case DatabaseUrl other -> throw new BackupException(BackupProblem.UNSUPPORTED_DATABASE, other.engine());
        };
    }

    /** Whoever listens must not change what comes of a backup. */
    private void publish(BackupEvent event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException | Error e) {
            // an Error too: it would otherwise come out of SQLite's own code, see SqliteProgress
            log.error("A listener failed on {}", event, e);
        }
    }

    /** How far the backup is that is running in this process, if one is. */
    public Optional<BackupProgress> progress() {
        return Optional.ofNullable(running.get()).map(BackupJob::progress);
    }

    /** What the last backup of this process came to, if there was one. */
    public Optional<BackupEvent.Ended> lastResult() {
        return Optional.ofNullable(last.get());
    }

    /**
     * Asks the running backup of this process to stop; it then ends with {@code backup_cancelled}. It does so within a second,
     * unless it waits for the disk to take what was written (fsync), or for another program's lock on the database.
     *
     * @throws BackupException {@code no_backup_running} if there is none, or it is published already; {@code restore_running} if
     *     a restore needs it, whose author was told that it cannot be stopped
     */
    public void cancel() {
        BackupJob run = running.get();
        if (run != null && run.kind() == BackupKind.BEFORE_RESTORE) {
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
        if (!cancel(run)) {
            throw new BackupException(BackupProblem.NO_BACKUP_RUNNING);
        }
    }

    private boolean cancel(@Nullable BackupJob run) {
        if (run == null || !run.cancel()) {
            return false;
        }
        publish(new BackupEvent.Progressed(run.progress()));
        return true;
    }

    /** At the end of the application there is no time to go on, but to clean up. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        if (cancel(running.get())) {
            log.info("The application ends: the running backup is cancelled");
        }
    }
}
