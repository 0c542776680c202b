package io.graphtracker.backup.watch;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.restore.RestoreDrill;
import java.util.List;
import java.util.function.Consumer;

/** One run of a {@link WatchJob}: what is done with each backup, and what its end means. */
interface WatchTask {

    /** The names of the backups, in the order of the work. */
    List<String> backups();

    /**
     * Works on one backup. That it does not pass is a result, and no exception.
     *
     * @param phases told of the phases of a restore drill
     * @throws BackupException {@code backup_cancelled} if the job was cancelled
     */
    void work(String backup, VerificationJob job, Consumer<RestoreDrill.Phase> phases);

    /** Stores and records the result, after all backups. */
    void end() throws OperationsDatabaseException;
}
