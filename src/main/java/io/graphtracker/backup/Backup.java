package io.graphtracker.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * A published, verified copy of the database.
 *
 * @param file absolute
 * @param manifest the one beside it
 */
public record Backup(Path file, BackupManifest manifest) {

    /** The length of the file. */
    public long sizeBytes() {
        return manifest.sizeBytes();
    }

    /** The start of the backup in the server's zone, to the second. */
    public ZonedDateTime createdAt() {
        return manifest.createdAtInZone();
    }

    /** The SHA-256 of the file, in lower-case hexadecimal. */
    public String sha256() {
        return manifest.sha256();
    }

    /** From the request until it was verified and on the disk. */
    public Duration duration() {
        return manifest.duration();
    }
}
