package io.graphtracker.backup.restore;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That the last restore can be taken back.
 *
 * @param safetyBackup the name of the backup that holds what it replaced; absent if that was kept as files
 * @param kept what it replaced and kept as files; absent if there is a safety backup
 * @param restored the name of what it restored
 * @param at when
 * @param until how long it is offered
 */
public record UndoOffer(
        @Nullable String safetyBackup,
        @Nullable FormerDatabase kept,
        String restored,
        ZonedDateTime at,
        ZonedDateTime until) {

    /** Whether an order wants what is offered. */
    boolean isFor(RestoreOrder order) {
        return kept != null
                ? order.isOfFiles() && kept.name().equals(order.backup())
                : !order.isOfFiles() && order.backup().equals(safetyBackup);
    }
}
