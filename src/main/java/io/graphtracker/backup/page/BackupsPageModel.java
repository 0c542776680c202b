package io.graphtracker.backup.page;

import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.UndoOffer;
import io.graphtracker.backup.retention.ui.RetentionModel;
import io.graphtracker.backup.schedule.ui.ScheduleModel;
import io.graphtracker.backup.watch.DataSafety;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Backups page shows.
 *
 * @param number a model loaded later has a greater one
 * @param safety whether the data are safe, and what is watched
 * @param schedule the schedule of backups
 * @param undo the offer to undo the last restore, if there is one
 * @param retention the rule by which old backups are deleted
 * @param former the former databases that restores kept
 */
record BackupsPageModel(
        long number,
        CatalogModel catalog,
        DataSafety safety,
        ScheduleModel schedule,
        @Nullable UndoOffer undo,
        RetentionModel retention,
        List<FormerDatabase> former,
        AuditLogModel auditLog) {

    /** Before the first one was loaded. */
    static final BackupsPageModel NONE = new BackupsPageModel(
            0,
            new CatalogModel.Loading(),
            DataSafety.UNREAD,
            new ScheduleModel.Loading(),
            null,
            RetentionModel.OFF,
            List.of(),
            AuditLogModel.EMPTY);
}
