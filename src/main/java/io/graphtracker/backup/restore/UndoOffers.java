package io.graphtracker.backup.restore;

import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the restore that can be undone, from files: the note that the last switch left beside the database, and what it
 * replaced. The audit log is used only for restores of versions that left no note.
 *
 * @see "docs/decisions/2026-11-25-undo-does-not-ask-the-record.md"
 * @see "docs/decisions/2026-11-25-undo-dated-in-the-future.md"
 */
@Component
class UndoOffers {

    private static final Logger log = LoggerFactory.getLogger(UndoOffers.class);

    private final BackupCatalog catalog;
    private final FormerDatabases former;
    private final AuditLog auditLog;
    private final Clock clock;

    /** The last restore that was seen to be dated in the future, also if that cannot be written. */
    private final AtomicReference<@Nullable SwitchIntent> ahead = new AtomicReference<>();

    UndoOffers(BackupCatalog catalog, FormerDatabases former, AuditLog auditLog, Clock clock) {
        this.catalog = catalog;
        this.former = former;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * The last restore, if it was not itself an undo, is not older than a given time, and what it replaced seems
     * restorable without reading all of it.
     */
    Optional<UndoOffer> within(Duration time, DatabaseFiles files) throws IOException {
        SwitchIntent last = last(files).orElse(null);
        if (last == null) {
            return Optional.empty();
        }
        Instant now = Instant.now(clock);
        ZonedDateTime at = seen(last, now, files).at(now).atZone(clock.getZone());
        if (!at.plus(time).toInstant().isAfter(now)) {
            return Optional.empty();
        }
        String restored = last.restore().name();
        String safetyBackup = last.safetyBackup();
        if (safetyBackup != null) {
            return catalog.findIfThere(safetyBackup)
                    .filter(CatalogEntry::isRestorable)
                    .map(found -> new UndoOffer(safetyBackup, null, restored, at, at.plus(time)));
        }
        return last.keepAs() == null
                ? Optional.empty()
                : former.find(files, last.keepAs())
                        .filter(FormerDatabase::isOnOffer)
                        .map(found -> new UndoOffer(null, found, restored, at, at.plus(time)));
    }

    private Optional<SwitchIntent> last(DatabaseFiles files) throws IOException {
        if (Files.exists(files.intent(), LinkOption.NOFOLLOW_LINKS)) {
            // neither finished nor rolled back: that is done at the next start
            return Optional.empty();
        }
        return noted(files)
                ? SwitchIntent.read(files.lastRestore())
                        .filter(done -> !done.restore().undo())
                : recorded();
    }

    private static boolean noted(DatabaseFiles files) {
        return Files.exists(files.lastRestore(), LinkOption.NOFOLLOW_LINKS);
    }

    private Optional<SwitchIntent> recorded() {
        try {
            return auditLog.lastRestore()
                    .filter(entry -> entry.kind() == AuditEntryKind.RESTORED)
                    .map(UndoOffers::asNoted);
        } catch (IOException e) {
            log.debug("Nothing is known of a last restore", e);
            return Optional.empty();
        }
    }

    private static SwitchIntent asNoted(AuditEntry restored) {
        ConfirmedRestore restore =
                ConfirmedRestore.ofBackup(restored.id(), restored.backup(), restored.at(), restored.user());
        return new SwitchIntent(restore, restored.safetyBackup(), null);
    }

    /**
     * A restore dated in the future can be undone as long as any other, and not for years: from when it was first seen.
     * That time is written at once, so that it does not start anew with every request and every start.
     */
    private SwitchIntent seen(SwitchIntent last, Instant now, DatabaseFiles files) {
        SwitchIntent known = ahead.get();
        SwitchIntent noted = known != null && known.restore().equals(last.restore()) ? known : last;
        SwitchIntent seen = noted.seen(now);
        if (!seen.equals(last)) {
            ahead.set(seen);
            note(seen, last, files);
        }
        return seen;
    }

    /** Not during a restore, which will leave another note. */
    private void note(SwitchIntent seen, SwitchIntent last, DatabaseFiles files) {
        try (RestoreLock lock = RestoreLock.take(files).orElse(null)) {
            if (lock != null && last(files).filter(last::equals).isPresent()) {
                seen.write(files.lastRestore());
            }
        } catch (IOException e) {
            log.debug("The note of the last restore cannot be written", e);
        }
    }
}
