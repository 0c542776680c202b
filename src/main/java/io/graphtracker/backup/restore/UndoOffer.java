package io.graphtracker.backup.restore;

import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Offers to undo the last restore.
 *
 * @param safetyBackup the name of the backup of what it replaced; absent if that is kept as a former database
 * @param former what it replaced; absent if there is a safety backup
 * @param restored the name of what it restored
 * @param at when it was done
 * @param until when the offer ends
 */
public record UndoOffer(
        @Nullable String safetyBackup,
        @Nullable FormerDatabase former,
        String restored,
        ZonedDateTime at,
        ZonedDateTime until) {

    /** What an undo restores. */
    public RestoreRequest.Restore replaced() {
        return former == null
                ? new RestoreRequest.OfBackup(replacedName())
                : new RestoreRequest.OfFormerDatabase(former);
    }

    /** The name of what an undo restores. */
    public String replacedName() {
        return former == null ? Objects.requireNonNull(safetyBackup) : former.name();
    }

    /** Whether a confirmed restore is the undo that is offered. */
    boolean isFor(ConfirmedRestore restore) {
        return former == null
                ? !restore.isOfFormerDatabase() && restore.name().equals(safetyBackup)
                : restore.isOfFormerDatabase() && restore.name().equals(former.name());
    }
}
