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
 * Says what can be undone, by what is certain on the disk: what the last switch left beside the database, and whether what it
 * replaced is there. The record of operations is asked only of restores by versions that left nothing.
 */
@Component
class UndoOffers {

    private static final Logger log = LoggerFactory.getLogger(UndoOffers.class);

    private final BackupCatalog catalog;
    private final FormerDatabases kept;
    private final AuditLog record;
    private final Clock clock;

    /** The last restore that was seen to be dated in the future, also where that cannot be noted. */
    private final AtomicReference<@Nullable SwitchIntent> ahead = new AtomicReference<>();

    UndoOffers(BackupCatalog catalog, FormerDatabases kept, AuditLog record, Clock clock) {
        this.catalog = catalog;
        this.kept = kept;
        this.record = record;
        this.clock = clock;
    }

    /**
     * The last restore, if it was none that undid another, is not older than a time, and what it replaced can be restored as far
     * as can be told without reading all of it.
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
        String restored = last.order().backup();
        String safetyBackup = last.safetyBackup();
        if (safetyBackup != null) {
            return catalog.findIfThere(safetyBackup)
                    .filter(CatalogEntry::isRestorable)
                    .map(found -> new UndoOffer(safetyBackup, null, restored, at, at.plus(time)));
        }
        return last.keepAs() == null
                ? Optional.empty()
                : kept.find(files, last.keepAs())
                        .filter(FormerDatabase::isOnOffer)
                        .map(found -> new UndoOffer(null, found, restored, at, at.plus(time)));
    }

    private Optional<SwitchIntent> last(DatabaseFiles files) throws IOException {
        if (Files.exists(files.intent(), LinkOption.NOFOLLOW_LINKS)) {
            // neither finished nor undone: the next start has to do that first
            return Optional.empty();
        }
        return noted(files)
                ? SwitchIntent.read(files.lastRestore())
                        .filter(done -> !done.order().undo())
                : recorded();
    }

    private static boolean noted(DatabaseFiles files) {
        return Files.exists(files.lastRestore(), LinkOption.NOFOLLOW_LINKS);
    }

    private Optional<SwitchIntent> recorded() {
        try {
            return record.lastRestore()
                    .filter(operation -> operation.kind() == AuditEntryKind.RESTORED)
                    .map(UndoOffers::asNoted);
        } catch (IOException e) {
            log.debug("Nothing is known of a last restore", e);
            return Optional.empty();
        }
    }

    private static SwitchIntent asNoted(AuditEntry restored) {
        RestoreOrder order =
                new RestoreOrder(restored.id(), restored.backup(), restored.at(), restored.by(), false);
        return new SwitchIntent(order, restored.safetyBackup(), null);
    }

    /**
     * What a clock dated into the future can be undone for as long as any other, and not for years: from when that was first seen.
     * This is noted at once, so that the time does not begin anew with every look and every start.
     */
    private SwitchIntent seen(SwitchIntent last, Instant now, DatabaseFiles files) {
        SwitchIntent known = ahead.get();
        boolean same = known != null && known.order().equals(last.order());
        SwitchIntent seen = (same ? known : last).seen(now);
        if (!seen.equals(last)) {
            ahead.set(seen);
            note(seen, last, files);
        }
        return seen;
    }

    /** Unless a restore is under way: there will be another note. */
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
