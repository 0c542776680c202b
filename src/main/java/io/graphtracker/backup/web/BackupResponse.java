package io.graphtracker.backup.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.Backup;
import java.io.File;
import java.time.format.DateTimeFormatter;

/**
 * The answer to a backup that was made.
 *
 * @param path absolute, with forward slashes on every system
 * @param createdAt ISO 8601 with the server's offset
 */
record BackupResponse(
        boolean ok,
        String path,
        @JsonProperty("size_bytes") long sizeBytes,
        @JsonProperty("created_at") String createdAt,
        String sha256,
        @JsonProperty("duration_ms") long durationMillis) {

    static BackupResponse of(Backup backup) {
        return new BackupResponse(
                true,
                backup.file().toString().replace(File.separatorChar, '/'),
                backup.sizeBytes(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(backup.createdAt()),
                backup.sha256(),
                backup.duration().toMillis());
    }
}
