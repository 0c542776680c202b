package io.graphtracker.backup.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.PathText;
import io.graphtracker.backup.restore.RestoreResult;
import org.jspecify.annotations.Nullable;

/**
 * A restore that was done.
 *
 * @param name of the backup, or of the folder with a former database
 * @param undo whether it undid a restore
 * @param safetyBackup the name of the backup of the replaced database; null if that was kept as files, or was missing
 * @param keptIn the folder with the files of the replaced database, absolute, with forward slashes; null if there is none
 */
public record RestoreResponse(
        boolean ok,
        String name,
        boolean undo,
        @JsonProperty("safety_backup") @Nullable String safetyBackup,
        @JsonProperty("kept_in") @Nullable String keptIn) {

    /** What a restore did. */
    public static RestoreResponse of(RestoreResult result) {
        return new RestoreResponse(
                true,
                result.backup(),
                result.undo(),
                result.safetyBackup(),
                result.formerFolder() == null ? null : PathText.withSlashes(result.formerFolder()));
    }
}
