package io.graphtracker.backup.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of backups found.
 *
 * @param ok whether all passed
 * @param passed how many passed
 * @param failed how many did not
 * @param backups each of them
 */
public record VerificationResponse(boolean ok, long passed, long failed, List<Verified> backups) {

    /**
     * One backup.
     *
     * @param ok whether it passed
     * @param name its file name
     * @param message what is wrong with it; left out if it passed
     */
    public record Verified(
            boolean ok,
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message) {}

    /** The result for these backups. */
    public static VerificationResponse of(List<Verified> backups) {
        long passed = backups.stream().filter(Verified::ok).count();
        return new VerificationResponse(
                passed == backups.size(), passed, backups.size() - passed, List.copyOf(backups));
    }
}
