package io.graphtracker.backup.watch;

import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.restore.RestoreDrill;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param number the number of the backup it works on, from 1
 * @param total how many backups there are
 * @param backup its name
 * @param progress how far that one is
 * @param phase of a restore drill; otherwise null
 * @param waiting whether it waits for a backup or a restore to end
 * @param user the name of the user who started it; empty if nobody did
 */
public record WatchProgress(
        WatchJob job,
        int number,
        int total,
        String backup,
        VerificationProgress progress,
        RestoreDrill.@Nullable Phase phase,
        boolean waiting,
        String user) {}
