package io.graphtracker.backup;

import java.time.Duration;

/**
 * Time limits for verifications.
 *
 * @param minimum for the smallest file
 * @param bytesPerSecond added for the size of the file: what the slowest disk reads and checks
 */
public record VerificationLimits(Duration minimum, long bytesPerSecond) {

    /** Some hundred times as long as a current disk needs. */
    static final VerificationLimits DEFAULT = new VerificationLimits(Duration.ofMinutes(2), 1024 * 1024);

    /** The limit for a file of this size. */
    public Duration of(long sizeBytes) {
        return minimum.plusSeconds(sizeBytes / bytesPerSecond);
    }
}
