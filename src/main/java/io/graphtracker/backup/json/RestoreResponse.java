package io.graphtracker.backup.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.PathText;
import io.graphtracker.backup.restore.RestoreResult;
import org.jspecify.annotations.Nullable;

/**
 * A restore that was done.
 *
 * @param backup the name of the backup, or of the folder with a former database
 * @param undo whether it undid a restore
 * @param safetyBackup the name of the backup of the replaced database; null if that was kept as files, or was missing
 * @param formerFolder where it was kept as files, absolute, with forward slashes; null if there is a safety backup
 * @param formerReason why it was kept as files; null if it was not
 */
public record RestoreResponse(
        boolean ok,
        String backup,
        boolean undo,
        @JsonProperty("safety_backup") @Nullable String safetyBackup,
        @JsonProperty("former_folder") @Nullable String formerFolder,
        @JsonProperty("former_reason") @Nullable String formerReason) {

    /** What a restore did. */
    public static RestoreResponse of(RestoreResult result) {
        return new RestoreResponse(
                true,
                result.backup(),
                result.undo(),
                result.safetyBackup(),
                result.formerFolder() == null ? null : PathText.withSlashes(result.formerFolder()),
                result.formerReason() == null ? null : result.formerReason().code());
    }
}
