package io.graphtracker.backup.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of the last verification of all backups.
 *
 * @param endedAt when it ended
 * @param took from its begin to its end, with all pauses
 * @param passed how many backups passed
 * @param failures those that did not
 * @param dismissed whether pages need not tell of the failures any more
 */
public record VerificationResult(
        Instant endedAt, Duration took, long passed, List<Failure> failures, boolean dismissed) {

    /**
     * A backup that did not pass.
     *
     * @param message why, for people
     */
    public record Failure(String name, String message) {}

    /** Of those that did not pass. */
    Set<String> names() {
        return failures.stream().map(Failure::name).collect(Collectors.toSet());
    }
}
