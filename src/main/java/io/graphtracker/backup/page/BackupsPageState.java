package io.graphtracker.backup.page;

import io.graphtracker.backup.restore.KeptDatabase;
import io.graphtracker.backup.restore.UndoOffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw who looked at the backups.
 *
 * @param number a later look has a greater one
 * @param undo the restore that can be undone, if one can
 * @param kept the former databases that are kept as files
 */
record BackupsPageState(
        long number, FolderState folder, @Nullable UndoOffer undo, List<KeptDatabase> kept, AuditLogModel record) {

    /** Before the first one. */
    static final BackupsPageState NONE =
            new BackupsPageState(0, new FolderState.Loading(), null, List.of(), AuditLogModel.EMPTY);
}
