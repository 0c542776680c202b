package io.graphtracker.backup.page;

import io.graphtracker.backup.restore.FormerDatabase;
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
record BackupsPageModel(
        long number, FolderModel folder, @Nullable UndoOffer undo, List<FormerDatabase> kept, AuditLogModel record) {

    /** Before the first one. */
    static final BackupsPageModel NONE =
            new BackupsPageModel(0, new FolderModel.Loading(), null, List.of(), AuditLogModel.EMPTY);
}
