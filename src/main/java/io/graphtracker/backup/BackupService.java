package io.graphtracker.backup;

import io.graphtracker.environment.DatabaseUrl;
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
import org.springframework.stereotype.Service;

/** Backs up the database this application uses, into the folder the settings name. */
@Service
public class BackupService {

    private static final Logger log = LoggerFactory.getLogger(BackupService.class);

    private final DatabaseUrl database;
    private final BackupSettings settings;
    private final BackupEngine engine;
    private final BackupTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicReference<@Nullable ZonedDateTime> running = new AtomicReference<>();

    BackupService(
            DatabaseUrl database,
            BackupSettings settings,
            BackupEngine engine,
            BackupTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.engine = engine;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a backup, and returns when it is published. Takes as long as the database is large: never call it on a thread
     * that a page waits for.
     *
     * @throws BackupException if none was made; nothing of it was kept then, and older backups are untouched
     */
    public Backup backUp() {
        ZonedDateTime now = ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        begin(now);
        try {
            publish(new BackupEvent.Started(now));
            Backup backup = attempt();
            log.info("Backup {} made: {} bytes in {}", backup.file(), backup.sizeBytes(), backup.duration());
            publish(new BackupEvent.Finished(backup));
            return backup;
        } catch (BackupException e) {
            publish(new BackupEvent.Failed(e, now));
            throw e;
        } finally {
            // after the events, so that those of the next backup cannot overtake them
            running.set(null);
        }
    }

    private void begin(ZonedDateTime now) {
        while (!running.compareAndSet(null, now)) {
            ZonedDateTime since = running.get();
            if (since != null) {
                throw new BackupException(BackupProblem.BACKUP_RUNNING, since);
            }
        }
    }

    private Backup attempt() {
        try {
            Path file = sqliteFile();
            return engine.backUp(file, settings.folder());
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
        } catch (RuntimeException e) {
            log.error("A listener failed on {}", event, e);
        }
    }

    /** Since when a backup is running in this process, if one is. */
    public Optional<ZonedDateTime> runningSince() {
        return Optional.ofNullable(running.get());
    }
}
