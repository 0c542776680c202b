package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Brings backups back, and takes that back again. One at a time. All of it takes as long as the database is large: not for a
 * page's thread.
 */
@Service
public class RestoreService {

    /** How long a restore can be undone. */
    public static final Duration UNDO = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(RestoreService.class);

    private final DatabaseUrl database;
    private final RestorePreviews previews;
    private final FormerDatabasePreviews keptPreviews;
    private final FormerDatabases kept;
    private final UndoOffers offers;
    private final RestoreProcedure restore;
    private final RestoreRecord record;
    private final BackupTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicReference<@Nullable RestoreOrder> running = new AtomicReference<>();
    private final AtomicReference<String> unlisted = new AtomicReference<>("");

    RestoreService(
            DatabaseUrl database,
            RestorePreviews previews,
            FormerDatabasePreviews keptPreviews,
            FormerDatabases kept,
            UndoOffers offers,
            RestoreProcedure restore,
            RestoreRecord record,
            BackupTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.previews = previews;
        this.keptPreviews = keptPreviews;
        this.kept = kept;
        this.offers = offers;
        this.restore = restore;
        this.record = record;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Checks a backup wholly, and says what it would bring back; nothing is changed.
     *
     * @throws BackupException {@code backup_not_found}, or {@code backup_unusable} if it cannot be brought back
     */
    public RestorePreview preview(String name) {
        return preview(name, VerificationJob.alone());
    }

    /**
     * The same for those who want to know how far the check is, or may give it up.
     *
     * @throws BackupException {@code backup_cancelled} also if it was stopped
     */
    public RestorePreview preview(String name, VerificationJob run) {
        return preview(() -> previews.of(sqliteFile(), name, run));
    }

    /** A look at what could be restored. */
    @FunctionalInterface
    private interface Look {
        RestorePreview run() throws IOException;
    }

    private RestorePreview preview(Look look) {
        if (isRunning()) {
            // which a look at the database in use could disturb
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
        try {
            return look.run();
        } catch (BackupException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            throw unexpected(e);
        }
    }

    /**
     * Brings a backup back. Until the switch, nothing in use is touched; whatever fails later is taken back.
     *
     * @param confirmed what the person has seen
     * @param by the name of the user
     * @throws BackupException if it was not done; the database then is what it was
     */
    public RestoreResult restore(RestorePreview confirmed, String by) {
        return restore(confirmed, order(confirmed, by, false));
    }

    /**
     * Takes the last restore back, as {@link #undoOffer} offers it.
     *
     * @param confirmed the preview of what the offer names
     * @param by the name of the user
     * @throws BackupException if it was not done; {@code undo_unavailable} if it is not on offer any more
     */
    public RestoreResult undo(RestorePreview confirmed, String by) {
        return restore(confirmed, order(confirmed, by, true));
    }

    private RestoreOrder order(RestorePreview confirmed, String by, boolean undo) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
        boolean files = confirmed.source() instanceof RestoreSource.OfFiles;
        return new RestoreOrder(UUID.randomUUID(), confirmed.source().name(), now, by, undo, files);
    }

    /** What can be taken back now, if anything can: the last restore, not older than {@link #UNDO}, if what it replaced is there. */
    public Optional<UndoOffer> undoOffer() {
        try {
            return offers.within(UNDO, DatabaseFiles.of(sqliteFile()));
        } catch (IOException | BackupException e) {
            log.warn("It cannot be told whether the last restore can be undone", e);
            return Optional.empty();
        }
    }

    /** The former databases that restores have kept as files, the newest first; none if that cannot be told. */
    public List<FormerDatabase> keptDatabases() {
        if (!(database instanceof DatabaseUrl.Sqlite(Path file))) {
            return List.of();
        }
        try {
            List<FormerDatabase> all = kept.list(DatabaseFiles.of(file));
            unlisted.set("");
            return all;
        } catch (IOException e) {
            // once until it changes: pages look whenever their windows get the focus
            String reason = e.toString();
            if (!reason.equals(unlisted.getAndSet(reason))) {
                log.warn("The former databases cannot be listed: {}", reason);
            }
            return List.of();
        }
    }

    /**
     * Makes sure that a former database that was kept as files can be opened and read, and says what it would bring; nothing is
     * changed.
     *
     * @throws BackupException {@code backup_not_found}, or {@code restore_refused} if it cannot be opened and read
     */
    public RestorePreview previewKept(String name) {
        return previewKept(name, VerificationJob.alone());
    }

    /**
     * The same for those who may give it up.
     *
     * @throws BackupException {@code backup_cancelled} also if it was stopped
     */
    public RestorePreview previewKept(String name, VerificationJob run) {
        return preview(() -> keptPreviews.of(sqliteFile(), name, run));
    }

    /**
     * Deletes a former database that was kept as files.
     *
     * @param by the name of the user
     * @throws BackupException {@code backup_not_found}, {@code backup_kept}, or {@code restore_running}
     */
    public void deleteKept(String name, String by) {
        try {
            DatabaseFiles files = DatabaseFiles.of(sqliteFile());
            try (RestoreLock lock = RestoreLock.require(files)) {
                kept.delete(files, name);
            }
            record.deleted(name, by);
        } catch (BackupException e) {
            if (e.problem() != BackupProblem.BACKUP_NOT_FOUND) {
                record.failed(AuditEntryKind.DELETED, name, by, e);
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            BackupException reason = unexpected(e);
            record.failed(AuditEntryKind.DELETED, name, by, reason);
            throw reason;
        } finally {
            publish(new CatalogChanged());
        }
    }

    /** Whether a restore is under way. */
    public boolean isRunning() {
        return running.get() != null;
    }

    private RestoreResult restore(RestorePreview confirmed, RestoreOrder order) {
        if (!running.compareAndSet(null, order)) {
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
        try {
            requireOnOffer(order);
            publish(new RestoreEvent.Started(order.backup(), order.undo()));
            RestoreResult result = attempt(confirmed, order);
            log.info("{} restored; the former state is in {}", order.backup(), formerState(result));
            publish(new RestoreEvent.Finished(result));
            return result;
        } catch (BackupException e) {
            record.failed(order, e);
            publish(new RestoreEvent.Failed(order.backup(), order.undo(), e));
            throw e;
        } finally {
            running.set(null);
            publish(new CatalogChanged());
        }
    }

    private void requireOnOffer(RestoreOrder order) {
        if (order.undo() && undoOffer().filter(offer -> offer.isFor(order)).isEmpty()) {
            throw new BackupException(BackupProblem.UNDO_UNAVAILABLE);
        }
    }

    private static @Nullable Object formerState(RestoreResult result) {
        return result.safetyBackup() == null ? result.keptAs() : result.safetyBackup();
    }

    private RestoreResult attempt(RestorePreview confirmed, RestoreOrder order) {
        try {
            return restore.run(sqliteFile(), confirmed, order, step -> publish(new RestoreEvent.Reached(step)));
        } catch (BackupException e) {
            log.warn("{} not restored: {}", order.backup(), texts.message(e), e);
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            throw unexpected(e);
        }
    }

    private static BackupException unexpected(Throwable error) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        log.error("The restore failed, error id {}", id, error);
        return BackupException.ofKind(BackupProblem.UNEXPECTED, "restore", error, id);
    }

    private Path sqliteFile() {
        return switch (database) {
            case DatabaseUrl.Sqlite(Path file) -> file;
            case DatabaseUrl other -> throw new BackupException(BackupProblem.UNSUPPORTED_DATABASE, other.engine());
        };
    }

    /** Whoever listens must not change what comes of a restore. */
    private void publish(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException | Error e) {
            log.error("A listener failed on {}", event, e);
        }
    }
}
