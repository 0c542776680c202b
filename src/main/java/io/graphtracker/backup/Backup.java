package io.graphtracker.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * A published, proven copy of the database.
 *
 * @param file where it is, absolute
 * @param sizeBytes its length
 * @param createdAt when it was begun, in the server's zone, to the second
 * @param sha256 the SHA-256 of the file, in lower-case hexadecimal
 * @param duration from the click to the publication
 */
public record Backup(Path file, long sizeBytes, ZonedDateTime createdAt, String sha256, Duration duration) {}
