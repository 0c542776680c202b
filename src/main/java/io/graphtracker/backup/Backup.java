package io.graphtracker.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * A published, proven copy of the database.
 *
 * @param file where it is, absolute
 * @param manifest what is known of it, as kept beside it
 */
public record Backup(Path file, BackupManifest manifest) {

    /** Its length. */
    public long sizeBytes() {
        return manifest.sizeBytes();
    }

    /** When it was begun, in the server's zone, to the second. */
    public ZonedDateTime createdAt() {
        return manifest.createdAtThere();
    }

    /** The SHA-256 of the file, in lower-case hexadecimal. */
    public String sha256() {
        return manifest.sha256();
    }

    /** From the click until it was proven and on the disk. */
    public Duration duration() {
        return manifest.duration();
    }
}
