package io.graphtracker.backup.restore;

import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.operations.Operation;
import io.graphtracker.backup.operations.OperationKind;
import io.graphtracker.backup.operations.OperationsRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
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
    private final KeptDatabases kept;
    private final OperationsRecord record;
    private final Clock clock;

    UndoOffers(BackupCatalog catalog, KeptDatabases kept, OperationsRecord record, Clock clock) {
        this.catalog = catalog;
        this.kept = kept;
        this.record = record;
        this.clock = clock;
    }

    /** The last restore, and what it replaced. */
    private record Last(
            String restored,
            Instant at,
            @Nullable String safetyBackup,
            @Nullable String keptAs) {}

    /**
     * The last restore, if it was none that undid another, is not older than a time, and what it replaced can be restored as far
     * as can be told without reading all of it.
     */
    Optional<UndoOffer> within(Duration time, DatabaseFiles files) throws IOException {
        Last last = last(files).orElse(null);
        Instant now = Instant.now(clock);
        if (last == null || !last.at().plus(time).isAfter(now)) {
            return Optional.empty();
        }
        // a clock that was wrong then makes no offer last for years; the next start corrects the note
        ZonedDateTime at = (last.at().isAfter(now) ? now : last.at()).atZone(clock.getZone());
        String safetyBackup = last.safetyBackup();
        if (safetyBackup != null) {
            return catalog.findIfThere(safetyBackup)
                    .filter(CatalogEntry::isRestorable)
                    .map(found -> new UndoOffer(safetyBackup, null, last.restored(), at, at.plus(time)));
        }
        return last.keptAs() == null
                ? Optional.empty()
                : kept.find(files, last.keptAs())
                        .filter(KeptDatabase::isOnOffer)
                        .map(found -> new UndoOffer(null, found, last.restored(), at, at.plus(time)));
    }

    private Optional<Last> last(DatabaseFiles files) throws IOException {
        if (Files.exists(files.intent(), LinkOption.NOFOLLOW_LINKS)) {
            // neither finished nor undone: the next start has to do that first
            return Optional.empty();
        }
        if (Files.exists(files.lastRestore(), LinkOption.NOFOLLOW_LINKS)) {
            return SwitchIntent.read(files.lastRestore())
                    .filter(done -> !done.order().undo())
                    .map(done ->
                            new Last(done.order().backup(), done.order().at(), done.safetyBackup(), done.keepAs()));
        }
        return recorded();
    }

    private Optional<Last> recorded() {
        try {
            return record.lastRestore()
                    .filter(operation -> operation.kind() == OperationKind.RESTORED)
                    .map(UndoOffers::last);
        } catch (IOException e) {
            log.debug("Nothing is known of a last restore", e);
            return Optional.empty();
        }
    }

    private static Last last(Operation restored) {
        return new Last(restored.backup(), restored.at(), restored.safetyBackup(), null);
    }
}
