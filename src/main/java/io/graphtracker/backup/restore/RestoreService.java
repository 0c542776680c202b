package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.FutureDate;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.operations.Operation;
import io.graphtracker.backup.operations.OperationKind;
import io.graphtracker.backup.operations.OperationsRecord;
import io.graphtracker.environment.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final BackupCatalog catalog;
    private final RestorePreviews previews;
    private final Restore restore;
    private final OperationsRecord record;
    private final BackupTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicReference<@Nullable RestoreOrder> running = new AtomicReference<>();

    RestoreService(
            DatabaseUrl database,
            BackupCatalog catalog,
            RestorePreviews previews,
            Restore restore,
            OperationsRecord record,
            BackupTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.previews = previews;
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
        if (isRunning()) {
            // which a look at the database in use could disturb
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
        try {
            return previews.of(sqliteFile(), name);
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
     * @param confirmed the preview of the offer's safety backup
     * @param by the name of the user
     * @throws BackupException if it was not done; {@code undo_unavailable} if it is not on offer any more
     */
    public RestoreResult undo(RestorePreview confirmed, String by) {
        return restore(confirmed, order(confirmed, by, true));
    }

    private RestoreOrder order(RestorePreview confirmed, String by, boolean undo) {
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return new RestoreOrder(UUID.randomUUID(), confirmed.backup().name(), now, by, undo);
    }

    /** What can be taken back now, if anything can: the last restore, not older than {@link #UNDO}, whose safety backup is there and sound. */
    public Optional<UndoOffer> undoOffer() {
        try {
            Optional<Operation> last = record.lastRestore()
                    .filter(operation -> operation.kind() == OperationKind.RESTORED)
                    .filter(operation -> operation.at().plus(UNDO).isAfter(Instant.now(clock)))
                    // a clock that was wrong once must not offer it for years; the safety backup is in the list
                    .filter(operation -> !FutureDate.isInstant(operation.at(), Instant.now(clock)));
            String safetyBackup = last.map(Operation::safetyBackup).orElse(null);
            if (safetyBackup == null || !isRestorable(safetyBackup)) {
                return Optional.empty();
            }
            ZonedDateTime at = last.get().at().atZone(clock.getZone());
            return Optional.of(new UndoOffer(safetyBackup, last.get().backup(), at, at.plus(UNDO)));
        } catch (IOException | BackupException e) {
            log.warn("It cannot be told whether the last restore can be undone", e);
            return Optional.empty();
        }
    }

    private boolean isRestorable(String backup) throws IOException {
        return catalog.findIfThere(backup).filter(CatalogEntry::isRestorable).isPresent();
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
            log.info("Backup {} brought back; the former state is in {}", order.backup(), formerState(result));
            publish(new RestoreEvent.Finished(result));
            return result;
        } catch (BackupException e) {
            record.add(failure(order, e));
            publish(new RestoreEvent.Failed(order.backup(), order.undo(), e));
            throw e;
        } finally {
            running.set(null);
            publish(new CatalogChanged());
        }
    }

    private void requireOnOffer(RestoreOrder order) {
        if (order.undo()
                && undoOffer()
                        .filter(offer -> offer.safetyBackup().equals(order.backup()))
                        .isEmpty()) {
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
            log.warn("Backup {} not brought back: {}", order.backup(), texts.message(e), e);
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

    private Operation failure(RestoreOrder order, BackupException reason) {
        return new Operation(
                UUID.randomUUID(),
                Instant.now(clock),
                order.operation(),
                order.backup(),
                order.by(),
                reason.problem().code(),
                texts.message(reason),
                null);
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
