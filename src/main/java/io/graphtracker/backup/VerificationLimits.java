package io.graphtracker.backup;

import java.time.Duration;

/**
 * How long the check of a file may take.
 *
 * @param least for the smallest one
 * @param bytesPerSecond that the slowest disk reads and checks
 */
public record VerificationLimits(Duration least, long bytesPerSecond) {

    /** Some hundred times as long as on a disk of today. */
    static final VerificationLimits USUAL = new VerificationLimits(Duration.ofMinutes(2), 1024 * 1024);

    /** For a file of so many bytes. */
    public Duration of(long sizeBytes) {
        return least.plusSeconds(sizeBytes / bytesPerSecond);
    }
}
