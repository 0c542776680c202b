package io.graphtracker.backup;

import java.time.Duration;

/**
 * How long the check of a file may take.
 *
 * @param least for the smallest one
 * @param bytesPerSecond that the slowest disk reads and checks
 */
public record CheckLimits(Duration least, long bytesPerSecond) {

    /** Some hundred times as long as on a disk of today. */
    static final CheckLimits USUAL = new CheckLimits(Duration.ofMinutes(2), 1024 * 1024);

    /** For a file of so many bytes. */
    public Duration of(long sizeBytes) {
        return least.plusSeconds(sizeBytes / bytesPerSecond);
    }
}
