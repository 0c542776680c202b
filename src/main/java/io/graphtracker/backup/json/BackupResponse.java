package io.graphtracker.backup.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupTexts;
import io.graphtracker.backup.PathText;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a backup that was made: six members, and four more if it cannot be restored, so that no script takes it
 * for a good one.
 *
 * @param path absolute, with forward slashes on every system
 * @param createdAt ISO 8601 with the server's offset
 * @param restorable false, or left out
 * @param reason why it cannot be restored, as in the list of backups
 * @param message the same for people
 * @param hint how to repair the database
 * @see "docs/decisions/2026-11-25-restorable.md"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackupResponse(
        boolean ok,
        String path,
        @JsonProperty("size_bytes") long sizeBytes,
        @JsonProperty("created_at") String createdAt,
        String sha256,
        @JsonProperty("duration_ms") long durationMillis,
        @Nullable Boolean restorable,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String hint) {

    /** The answer to a backup that was made. */
    public static BackupResponse of(Backup backup, BackupTexts texts) {
        BackupManifest.NotRestorable fault = backup.manifest().notRestorable();
        return new BackupResponse(
                true,
                PathText.withSlashes(backup.file()),
                backup.sizeBytes(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(backup.createdAt()),
                backup.sha256(),
                backup.duration().toMillis(),
                fault == null ? null : Boolean.FALSE,
                fault == null ? null : fault.reason(),
                fault == null ? null : texts.message(backup),
                fault == null ? null : texts.hint(backup));
    }
}
