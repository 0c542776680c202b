package io.graphtracker.backup.restore;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.FailSafeEvents;
import io.graphtracker.backup.Origin;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.SourceDatabase;
import io.graphtracker.backup.UnexpectedError;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.catalog.CatalogChanged;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Restores backups and former databases, and undoes that; one at a time. Takes as long as the database is large: never
 * call it on a page's thread.
 *
 * @see "docs/decisions/2026-11-24-restore-alone.md"
 * @see "docs/decisions/2026-11-25-former-databases.md"
 */
@Service
public class RestoreService {

    /** How long a restore can be undone. */
    public static final Duration UNDO = Duration.ofDays(7);

    private static final Logger log = LoggerFactory.getLogger(RestoreService.class);

    private final DatabaseUrl database;
    private final RestorePreviews previews;
    private final FormerDatabasePreviews formerPreviews;
    private final FormerDatabases former;
    private final UndoOffers offers;
    private final RestoreProcedure procedure;
    private final RestoreAuditor auditor;
    private final BackupTexts texts;
    private final FailSafeEvents events;
    private final Clock clock;
    private final AtomicReference<@Nullable ConfirmedRestore> running = new AtomicReference<>();
    private final AtomicReference<String> unlisted = new AtomicReference<>("");

    RestoreService(
            DatabaseUrl database,
            RestorePreviews previews,
            FormerDatabasePreviews formerPreviews,
            FormerDatabases former,
            UndoOffers offers,
            RestoreProcedure procedure,
            RestoreAuditor auditor,
            BackupTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.previews = previews;
        this.formerPreviews = formerPreviews;
        this.former = former;
        this.offers = offers;
        this.procedure = procedure;
        this.auditor = auditor;
        this.texts = texts;
        this.events = new FailSafeEvents(events);
        this.clock = clock;
    }

    /** Previews a request that nobody cancels, see {@link #preview(RestoreRequest, VerificationJob)}. */
    public RestorePreview preview(RestoreRequest request) {
        return preview(request, VerificationJob.unwatched());
    }

    /**
     * Checks what is to be restored, and compares it with the live database; nothing is changed.
     *
     * @param job told of the progress, and asked whether to go on
     * @throws BackupException {@code backup_not_found}; {@code backup_unusable} or {@code restore_refused} if it cannot
     *     be restored; {@code backup_cancelled} if the job was cancelled; {@code restore_running}
     */
    public RestorePreview preview(RestoreRequest request, VerificationJob job) {
        if (isRunning()) {
            // which reading the live database could disturb
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
        try {
            return switch (request) {
                case RestoreRequest.Restore restore -> preview(restore, job);
                case RestoreRequest.Undo(UndoOffer offer) ->
                    preview(offer.replaced(), job).asAnswerTo(request);
            };
        } catch (BackupException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            throw UnexpectedError.logged(log, ProblemKind.IN_RESTORE, "The preview", e);
        }
    }

    /**
     * The same for a backup that is not in the folder.
     *
     * @param file the backup, with what is known of it
     */
    public RestorePreview preview(CatalogEntry file, VerificationJob job) {
        try {
            return previews.of(SourceDatabase.fileOf(database), file, job);
        } catch (BackupException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            throw UnexpectedError.logged(log, ProblemKind.IN_RESTORE, "The preview", e);
        }
    }

    private RestorePreview preview(RestoreRequest.Restore restore, VerificationJob job) throws IOException {
        return switch (restore) {
            case RestoreRequest.OfBackup(String name) -> previews.of(SourceDatabase.fileOf(database), name, job);
            case RestoreRequest.OfFormerDatabase(FormerDatabase replaced) ->
                formerPreviews.of(SourceDatabase.fileOf(database), replaced.name(), job);
        };
    }

    /** Restores what was previewed and confirmed on no page, see {@link #restore(RestorePreview, String, Origin)}. */
    public RestoreResult restore(RestorePreview confirmed, String user) {
        return restore(confirmed, user, Origin.NONE);
    }

    /**
     * Restores what was previewed. The live database is not touched before the switch, and whatever fails later is
     * rolled back.
     *
     * @param confirmed the preview that the person has seen
     * @param user the name of the user
     * @param origin where it was confirmed
     * @throws BackupException if it was not done, and the database is what it was; {@code undo_unavailable} if an undo
     *     is not on offer any more
     */
    public RestoreResult restore(RestorePreview confirmed, String user, Origin origin) {
        return restore(confirmed, user, origin, VerificationJob.unwatched());
    }

    /**
     * The same with cancellation, as long as the database is not exchanged.
     *
     * @param job told of the progress, and asked whether to go on
     * @throws BackupException {@code backup_cancelled} also if the job was cancelled
     */
    public RestoreResult restore(RestorePreview confirmed, String user, Origin origin, VerificationJob job) {
        ConfirmedRestore restore =
                ConfirmedRestore.of(confirmed, Instant.now(clock).truncatedTo(ChronoUnit.SECONDS), user);
        if (!running.compareAndSet(null, restore)) {
            throw new BackupException(BackupProblem.RESTORE_RUNNING);
        }
        try {
            requireOnOffer(restore);
            events.publish(new RestoreEvent.Started(confirmed.source(), restore.undo(), origin));
            RestoreResult result = attempt(confirmed, restore, job);
            log.info("{} restored; the former state is in {}", restore.name(), formerState(result));
            events.publish(new RestoreEvent.Finished(result));
            return result;
        } catch (BackupException e) {
            auditor.failed(restore, e);
            events.publish(new RestoreEvent.Failed(restore.name(), restore.undo(), e));
            throw e;
        } finally {
            running.set(null);
            events.publish(new CatalogChanged());
        }
    }

    /** The last restore, if it can be undone: it is not older than {@link #UNDO}, and what it replaced still exists. */
    public Optional<UndoOffer> undoOffer() {
        try {
            return offers.within(UNDO, DatabaseFiles.of(SourceDatabase.fileOf(database)));
        } catch (IOException | BackupException e) {
            log.warn("It is unknown whether the last restore can be undone", e);
            return Optional.empty();
        }
    }

    /** The former databases that restores kept as files, the newest first; none if they cannot be listed. */
    public List<FormerDatabase> formerDatabases() {
        if (!(database instanceof DatabaseUrl.Sqlite(Path file))) {
            return List.of();
        }
        try {
            List<FormerDatabase> all = former.list(DatabaseFiles.of(file));
            unlisted.set("");
            return all;
        } catch (IOException e) {
            // once until it changes: pages load whenever their windows get the focus
            String reason = e.toString();
            if (!reason.equals(unlisted.getAndSet(reason))) {
                log.warn("The former databases cannot be listed: {}", reason);
            }
            return List.of();
        }
    }

    /**
     * Deletes a former database.
     *
     * @param user the name of the user
     * @throws BackupException {@code backup_not_found}, {@code backup_kept}, or {@code restore_running}
     */
    public void deleteFormer(String name, String user) {
        try {
            DatabaseFiles files = DatabaseFiles.of(SourceDatabase.fileOf(database));
            try (RestoreLock lock = RestoreLock.require(files)) {
                former.delete(files, name);
            }
            auditor.deleted(name, user);
        } catch (BackupException e) {
            if (e.problem() != BackupProblem.BACKUP_NOT_FOUND) {
                auditor.failed(AuditEntryKind.DELETED, name, user, e);
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            BackupException reason = UnexpectedError.logged(log, ProblemKind.IN_OPERATION, "The deletion", e);
            auditor.failed(AuditEntryKind.DELETED, name, user, reason);
            throw reason;
        } finally {
            events.publish(new CatalogChanged());
        }
    }

    /** Whether a restore is running. */
    public boolean isRunning() {
        return running.get() != null;
    }

    private void requireOnOffer(ConfirmedRestore restore) {
        if (restore.undo() && undoOffer().filter(offer -> offer.isFor(restore)).isEmpty()) {
            throw new BackupException(BackupProblem.UNDO_UNAVAILABLE);
        }
    }

    private static @Nullable Object formerState(RestoreResult result) {
        return result.safetyBackup() == null ? result.formerFolder() : result.safetyBackup();
    }

    private RestoreResult attempt(RestorePreview confirmed, ConfirmedRestore restore, VerificationJob job) {
        try {
            return procedure.run(
                    SourceDatabase.fileOf(database),
                    confirmed,
                    restore,
                    step -> events.publish(new RestoreEvent.Reached(step)),
                    job);
        } catch (BackupException e) {
            log.warn("{} not restored: {}", restore.name(), texts.message(e), e);
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            throw UnexpectedError.logged(log, ProblemKind.IN_RESTORE, "The restore", e);
        }
    }
}
